package ru.garnitura.softphone.sip.registrar;

import java.net.InetSocketAddress;
import java.text.ParseException;

import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.header.Header;

/// Answers of the registrar's own, to where the request came from.
final class Replies {

    /// Marks our answers, so that the ACK to one of them is recognised and goes no further.
    private static final String OUR_TAG = "registrar";

    private final Outbox outbox;

    Replies(Outbox outbox) {
        this.outbox = outbox;
    }

    SIPResponse reply(SIPRequest request, int status) {
        SIPResponse response = request.createResponse(status);
        if (response.getToTag() == null) {
            response.setToTag(OUR_TAG);
        }
        return response;
    }

    static void with(SIPResponse response, String name, String value) {
        response.addHeader(header(name, value));
    }

    static Header header(String name, String value) {
        try {
            return new HeaderFactoryImpl().createHeader(name + ": " + value);
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a " + name + " header", e);
        }
    }

    static ContentType type(String type, String subtype) {
        return new ContentType(type, subtype);
    }

    void send(SIPResponse response, InetSocketAddress to) {
        outbox.send(response, to);
    }

    static boolean closes(SIPRequest ack) {
        return OUR_TAG.equals(ack.getToTag());
    }
}
