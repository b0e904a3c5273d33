package ru.garnitura.backoffice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// Pushes actions as one device.
final class Actions {
    private final Client client;
    private final String device = "d-" + UUID.randomUUID();
    private final AtomicLong n = new AtomicLong();

    Actions(Client client) {
        this.client = client;
    }

    Map<String, Object> action(String type, String entity, Map<String, ?> payload) {
        var action = new HashMap<String, Object>();
        action.put("key", UUID.randomUUID().toString());
        action.put("n", n.incrementAndGet());
        action.put("type", type);
        action.put("entity", entity);
        action.put("payload", payload);
        return action;
    }

    Client.Reply push(List<Map<String, Object>> actions) {
        return client.post("/v1/actions:batch", Map.of("device", device, "actions", actions));
    }

    /// Pushes one and gives its result.
    JsonNode push(String type, String entity, Map<String, ?> payload) {
        return push(List.of(action(type, entity, payload))).json().get("results").get(0);
    }
}
