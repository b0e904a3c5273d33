package ru.garnitura.backoffice.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What all desks share: queues, reasons, topics, limits, policies. Read once from `seed/desk.json` and
/// `seed/topics.json`. Immutable.
public final class DeskSetup {
    private final ObjectNode shared;
    private final List<Topic> topics;
    private final Map<String, Topic> leaves;

    private DeskSetup(ObjectNode shared, List<Topic> topics) {
        this.shared = shared;
        this.topics = topics;
        this.leaves =
                topics.stream().flatMap(Topic::leaves).collect(Collectors.toUnmodifiableMap(Topic::id, leaf -> leaf));
    }

    public static DeskSetup load() throws IOException {
        return new DeskSetup(
                resource("/seed/desk.json", ObjectNode.class),
                List.copyOf(Arrays.asList(resource("/seed/topics.json", Topic[].class))));
    }

    private static <T> T resource(String name, Class<T> type) throws IOException {
        try (InputStream in = DeskSetup.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource " + name + " is missing");
            }
            return Json.read(in.readAllBytes(), type);
        }
    }

    public List<Topic> topics() {
        return topics;
    }

    public Optional<Topic> leaf(String id) {
        return Optional.ofNullable(leaves.get(id));
    }

    public Map<String, Topic> leaves() {
        return leaves;
    }

    public Duration offerTime() {
        return Duration.ofSeconds(shared.get("offerSeconds").asInt());
    }

    public int chatCap() {
        return shared.get("chatCap").asInt();
    }

    /// The longest that one call is recorded.
    public Duration longestRecording() {
        return Duration.ofMinutes(shared.get("recording").get("maxMinutes").asInt());
    }

    public int missedOffersLimit() {
        return shared.get("missedOffersLimit").asInt();
    }

    public boolean knowsResult(String code) {
        return shared.get("results").valueStream().anyMatch(result -> result.get("code").asString().equals(code));
    }

    /// The queue that chats of a channel wait in.
    public Optional<String> queueFor(String channel) {
        return shared.get("queues")
                .valueStream()
                .filter(queue -> queue.get("channels").valueStream().anyMatch(name -> name.asString().equals(channel)))
                .map(queue -> queue.get("id").asString())
                .findFirst();
    }

    public List<String> queues() {
        Function<JsonNode, String> id = queue -> queue.get("id").asString();
        return shared.get("queues").valueStream().map(id).toList();
    }

    ObjectNode shared() {
        return shared.deepCopy();
    }
}
