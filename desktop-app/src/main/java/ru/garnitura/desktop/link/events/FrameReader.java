package ru.garnitura.desktop.link.events;

import java.time.Duration;
import java.time.Instant;
import ru.garnitura.desktop.link.rest.Json;
import tools.jackson.databind.JsonNode;

/// Reads the back office's frames.
public final class FrameReader {

    private FrameReader() {
    }

    /// @throws tools.jackson.core.JacksonException where it is not JSON or a required member is missing
    /// @throws java.time.DateTimeException         where a time is none
    public static ServerFrame frame(String text) {
        return frame(Json.read(text));
    }

    /// The same for an event of a session's log over HTTP.
    public static ServerFrame frame(JsonNode node) {
        String kind = Json.text(node, "t");
        return switch (kind) {
            case "welcome" -> welcome(node);
            case "msg" -> message(node);
            case "receipt" -> new ServerFrame.Receipt(session(node), seq(node), node.required("upto").asLong(),
                    Json.text(node, "kind").equals("read"), Json.text(node, "by").equals("customer"));
            case "note", "skip" -> new ServerFrame.Unspoken(session(node), seq(node));
            case "typing" -> new ServerFrame.Typing(session(node), Duration.ofSeconds(node.path("ttl").asLong(5)));
            case "queue" -> new ServerFrame.Queues(queues(node));
            case "inbox" -> new ServerFrame.Inbox(seq(node), news(node));
            case "error" -> new ServerFrame.Complaint(Json.text(node, "code"), Json.text(node, "of"));
            default -> new ServerFrame.Unknown(kind);
        };
    }

    private static ServerFrame.Welcome welcome(JsonNode node) {
        var greeting = new ServerFrame.Greeting(node.required("token").stringValue(),
                Json.text(node, "mode").equals("resumed"), node.path("inbox").asLong(0), time(node, "now"));
        return new ServerFrame.Welcome(greeting, state(node.required("operator")),
                node.path("sessions").valueStream().map(FrameReader::chat).toList());
    }

    private static ServerFrame.Message message(JsonNode node) {
        return new ServerFrame.Message(
                new ServerFrame.Place(session(node), seq(node), Json.text(node, "id"), Json.text(node, "key")),
                new ServerFrame.Writer(Json.text(node, "from"), Json.text(node, "name")),
                Json.text(node, "text"), time(node, "at"));
    }

    private static ServerFrame.InboxNews news(JsonNode node) {
        String kind = Json.text(node, "ev");
        return switch (kind) {
            case "offered" -> new ServerFrame.InboxNews.Offered(chat(node.required("session")), time(node, "expiresAt"));
            case "assigned" -> new ServerFrame.InboxNews.Assigned(chat(node.required("session")));
            case "revoked" -> new ServerFrame.InboxNews.Revoked(session(node), node.path("ownerEpoch").asLong(0));
            case "closed" -> new ServerFrame.InboxNews.Closed(session(node));
            case "state" -> new ServerFrame.InboxNews.StateHeld(state(node));
            case "broadcast" -> new ServerFrame.InboxNews.Broadcast(
                    new DeskEvent.Broadcast(Json.text(node, "from"), Json.text(node, "text"), time(node, "at")));
            default -> new ServerFrame.InboxNews.Other(kind);
        };
    }

    static ChatSession chat(JsonNode node) {
        JsonNode customer = node.path("customer");
        return new ChatSession(node.required("id").stringValue(), Json.text(node, "channel"), Json.text(node, "queue"),
                new ChatSession.Visitor(Json.text(customer, "id"), Json.text(customer, "name"), Json.text(customer, "phone")),
                new ChatSession.Standing(Json.text(node, "state").equals("offered"), node.path("ownerEpoch").asLong(0),
                        time(node, "openedAt"), node.path("operatorReadUpto").asLong(0)));
    }

    private static DeskEvent.OperatorStateHeld state(JsonNode node) {
        return new DeskEvent.OperatorStateHeld(Json.text(node, "state").equals("ready"), Json.text(node, "reason"),
                time(node, "since"));
    }

    private static DeskEvent.Queues queues(JsonNode node) {
        return new DeskEvent.Queues(node.path("queues").valueStream()
                .map(queue -> new DeskEvent.Queues.Figure(queue.required("id").stringValue(), queue.path("waiting").asInt(0),
                        queue.path("oldestSince").isString() ? time(queue, "oldestSince") : null))
                .toList());
    }

    private static String session(JsonNode node) {
        return node.required("s").stringValue();
    }

    private static long seq(JsonNode node) {
        return node.required("seq").asLong();
    }

    private static Instant time(JsonNode node, String name) {
        return Instant.parse(node.required(name).stringValue());
    }
}
