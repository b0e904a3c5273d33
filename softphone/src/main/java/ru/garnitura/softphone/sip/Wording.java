package ru.garnitura.softphone.sip;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import javax.sip.header.Header;
import javax.sip.message.Message;

import org.jspecify.annotations.Nullable;

/// Small readings of JAIN-SIP messages, and unique words for our own.
final class Wording {

    static final List<String> METHODS = List.of("INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "INFO", "REFER", "NOTIFY", "PRACK",
            "UPDATE");
    /// Extensions we understand (RFC 3261, section 19.2).
    static final List<String> EXTENSIONS = List.of("replaces", "timer", "100rel", "uui");
    static final String SUPPORTED = String.join(", ", EXTENSIONS);
    static final String ALLOW = String.join(", ", METHODS);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Wording() {
    }

    /// A tag, branch or Call-ID part nobody can guess: 64 random bits.
    static String unique() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String branch() {
        return "z9hG4bK" + unique();
    }

    /// The value of a header, or empty where it is missing.
    static String value(Message message, String name) {
        return value(message.getHeader(name));
    }

    static String value(@Nullable Header header) {
        return header instanceof SIPHeader known ? known.getHeaderValue().strip() : "";
    }

    /// The values of all headers of a name, in order.
    static List<String> values(Message message, String name) {
        List<String> values = new ArrayList<>();
        Iterator<?> headers = message.getHeaders(name);
        while (headers.hasNext()) {
            values.add(value((Header) headers.next()));
        }
        return values;
    }

    static String sdpOf(Message message) {
        boolean sdp = message.getHeader("Content-Type") instanceof ContentType type
                && "application".equalsIgnoreCase(type.getContentType())
                && "sdp".equalsIgnoreCase(type.getContentSubType());
        return sdp ? bodyOf(message) : "";
    }

    static String bodyOf(Message message) {
        byte[] raw = message.getRawContent();
        return raw == null ? "" : new String(raw, StandardCharsets.UTF_8);
    }

    static void setBody(Message message, String contentType, String body) throws ParseException {
        if (!body.isEmpty()) {
            int slash = contentType.indexOf('/');
            message.setContent(body.getBytes(StandardCharsets.UTF_8),
                    new ContentType(contentType.substring(0, slash), contentType.substring(slash + 1)));
        }
    }

    static long cseqOf(Message message) {
        return ((SIPMessage) message).getCSeq().getSeqNumber();
    }

    static String methodOf(Message message) {
        return ((SIPMessage) message).getCSeq().getMethod();
    }

    static String callIdOf(Message message) {
        return ((SIPMessage) message).getCallId().getCallId();
    }

    static String fromTagOf(Message message) {
        String tag = ((SIPMessage) message).getFromTag();
        return tag == null ? "" : tag;
    }

    static String toTagOf(Message message) {
        String tag = ((SIPMessage) message).getToTag();
        return tag == null ? "" : tag;
    }
}
