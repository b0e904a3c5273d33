package ru.garnitura.backoffice.actions;

import java.util.TreeMap;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.web.Json;
import tools.jackson.databind.JsonNode;

/// An action with the hash over its operator, type, entity and payload; the order of members does not count.
record Hashed(Action action, String hash) {

    static Hashed of(String operator, Action action) {
        var text = new StringBuilder();
        text.append(operator).append('\n').append(action.type()).append('\n').append(action.entity()).append('\n');
        canonical(action.payload(), text);
        return new Hashed(action, Secrets.digest(text.toString()));
    }

    private static void canonical(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            text.append('{');
            members.forEach((name, value) -> {
                text.append(Json.text(name)).append(':');
                canonical(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(item -> {
                canonical(item, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(Json.text(node));
        }
    }
}
