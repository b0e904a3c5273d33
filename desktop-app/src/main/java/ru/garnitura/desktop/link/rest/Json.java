package ru.garnitura.desktop.link.rest;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as it comes from outside: bounded in depth and size, nothing but trees.
public final class Json {

    /// Deepest accepted nesting.
    public static final int MAX_DEPTH = 100;
    /// Largest accepted text after decompression, bytes.
    public static final int MAX_BYTES = 32 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(1_000)
                    .build())
            .build()).build();

    private Json() {
    }

    /// @throws tools.jackson.core.JacksonException where it is not JSON, too deep or too large
    public static JsonNode read(byte[] text) {
        return MAPPER.readTree(text);
    }

    /// @throws tools.jackson.core.JacksonException where it is not JSON, too deep or too large
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// An optional text: absent, null and wrong type are empty.
    public static String text(JsonNode parent, String name) {
        return parent.path(name).stringValue("");
    }
}
