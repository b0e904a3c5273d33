package ru.garnitura.desktop.desk;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Wrap-ups as JSON: kept on this machine, and as the payload that tells the back office.
public final class WrapUpText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WrapUpText() {
    }

    public static String kept(WrapUp wrapUp) {
        return JSON.writeValueAsString(wrapUp);
    }

    /// @throws tools.jackson.core.JacksonException when the text is no wrap-up
    public static WrapUp parse(String text) {
        return JSON.readValue(text, WrapUp.class);
    }

    /// Payload of `call.disposition`.
    public static String callPayload(WrapUp wrapUp) {
        Contact contact = wrapUp.contact();
        Contact.Course course = contact.course();
        ObjectNode payload = JSON.createObjectNode();
        payload.put("customer", contact.customer().isEmpty() ? null : contact.customer());
        payload.put("phone", contact.party().phone());
        payload.put("direction", contact.party().incoming() ? "in" : "out");
        payload.put("queue", contact.party().queue().isEmpty() ? null : contact.party().queue());
        payload.put("startedAt", course.started().toString());
        payload.put("answeredAt", course.answered() == null ? null : course.answered().toString());
        payload.put("endedAt", course.ended().toString());
        payload.put("waitSeconds", course.waited().toSeconds());
        payload.put("holdSeconds", course.held().toSeconds());
        payload.put("transfers", 0);
        payload.put("endedBy", contact.end());
        return said(payload, wrapUp.disposition());
    }

    private static String said(ObjectNode payload, Disposition disposition) {
        payload.put("topic", disposition.topic());
        payload.put("result", disposition.result());
        payload.put("note", disposition.note());
        return JSON.writeValueAsString(payload);
    }
}
