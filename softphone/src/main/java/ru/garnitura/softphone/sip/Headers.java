package ru.garnitura.softphone.sip;

import java.text.ParseException;

import gov.nist.javax.sip.header.HeaderFactoryImpl;
import javax.sip.header.Header;

/// Headers made from text.
final class Headers {

    private static final HeaderFactoryImpl FACTORY = new HeaderFactoryImpl();

    private Headers() {
    }

    static Header of(String name, String value) {
        try {
            return FACTORY.createHeader(name + ": " + value);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a " + name + " header", e);
        }
    }
}
