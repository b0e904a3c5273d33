package ru.garnitura.softphone.sip;

import javax.sip.message.Response;

/// A BYE of ours: whatever it brings, the call is over (RFC 3261, section 15.1.1).
enum Bye implements Exchange.Outcome {
    UNHEEDED;

    @Override
    public void success(Response response) {
        // Over already.
    }

    @Override
    public void failure(Response response) {
        // Over already.
    }

    @Override
    public void silence(Responses.Silence why) {
        // Over already.
    }
}
