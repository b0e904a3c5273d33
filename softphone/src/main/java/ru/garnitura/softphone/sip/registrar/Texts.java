package ru.garnitura.softphone.sip.registrar;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;

/// Header values as text.
final class Texts {

    private Texts() {
    }

    /// Empty where the header is missing.
    static String value(SIPMessage message, String name) {
        return message.getHeader(name) instanceof SIPHeader header ? header.getHeaderValue().strip() : "";
    }
}
