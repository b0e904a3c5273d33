package ru.garnitura.softphone.sip;

import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.message.Response;

/// What we can do, told to whoever asks (RFC 3261, section 11.2).
final class OptionsAnswer {

    private OptionsAnswer() {
    }

    static Response to(SipWire wire, Incoming options) {
        Response ok = wire.response(options, Response.OK);
        if (Wording.toTagOf(options.request()).isEmpty()) {
            ((SIPResponse) ok).setToTag(Wording.unique());
        }
        Headers.allow(ok);
        Headers.add(ok, "Accept", "application/sdp");
        Headers.add(ok, "Accept-Language", "ru", "en");
        return ok;
    }
}
