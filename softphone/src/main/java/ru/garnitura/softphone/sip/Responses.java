package ru.garnitura.softphone.sip;

import javax.sip.message.Response;

/// What becomes of one request sent. Signaling lane.
interface Responses {

    void received(Response response);

    void silent(Silence why);

    /// Why no answer came.
    enum Silence { TIME_OUT, NO_NETWORK }
}
