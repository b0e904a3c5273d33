package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.util.Optional;

import gov.nist.javax.sip.header.HeaderFactoryImpl;
import javax.sip.message.Message;

/// Headers made from text.
final class Headers {

    private static final HeaderFactoryImpl FACTORY = new HeaderFactoryImpl();

    private Headers() {
    }

    /// Adds one header for each value; JAIN-SIP writes those of a list header as one line.
    static void add(Message message, String name, String... values) {
        for (String value : values) {
            try {
                message.addHeader(FACTORY.createHeader(name + ": " + value));
            } catch (ParseException e) {
                throw new IllegalArgumentException("Not a " + name + " header", e);
            }
        }
    }

    /// Writes into a 2xx what becomes of the session timer, and tells it back.
    static Optional<SessionTimer.Agreement> agree(Message ok, Optional<SessionTimer.Agreement> agreement) {
        agreement.ifPresent(agreed -> {
            add(ok, "Session-Expires", SessionTimer.value(agreed));
            if (!agreed.ours()) {
                add(ok, "Require", "timer");
            }
        });
        return agreement;
    }

    /// What we understand (RFC 3261, sections 20.5 and 20.37).
    static void allow(Message message) {
        add(message, "Allow", Wording.METHODS.toArray(String[]::new));
        add(message, "Supported", Wording.EXTENSIONS.toArray(String[]::new));
    }
}
