package ru.garnitura.softphone.sip;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

import gov.nist.javax.sip.message.MessageFactoryImpl;
import javax.sip.message.Request;

/// A request being written, header by header. Refuses line breaks, so nothing from outside can add a header.
final class RequestDraft {

    private final String method;
    private final String uri;
    private final List<String> lines = new ArrayList<>();
    private String contentType = "";
    private String body = "";

    RequestDraft(String method, String uri) {
        this.method = method;
        this.uri = oneLine(uri);
    }

    String method() {
        return method;
    }

    String uri() {
        return uri;
    }

    RequestDraft header(String name, Object value) {
        lines.add(oneLine(name) + ": " + oneLine(value.toString()));
        return this;
    }

    RequestDraft headers(String name, List<String> values) {
        values.forEach(value -> header(name, value));
        return this;
    }

    RequestDraft sdp(String sdp) {
        return body("application/sdp", sdp);
    }

    RequestDraft body(String type, String text) {
        contentType = type;
        body = text;
        return this;
    }

    Request toRequest() throws ParseException {
        StringBuilder text = new StringBuilder(method).append(' ').append(uri).append(" SIP/2.0\r\n");
        lines.forEach(line -> text.append(line).append("\r\n"));
        Request request = new MessageFactoryImpl().createRequest(text.append("\r\n").toString());
        Wording.setBody(request, contentType, body);
        return request;
    }

    private static String oneLine(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Line break or NUL within a header");
        }
        return text;
    }
}
