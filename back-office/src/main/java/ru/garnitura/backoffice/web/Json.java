package ru.garnitura.backoffice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The one JSON codec of the server. Thread-safe. Bounded: 64 levels, strings of 1 MiB, numbers of 40 digits.
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 1 << 20;
    private static final int MAX_NUMBER = 40;
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantInMillis()))
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws Problem `malformed_json` where the text is not the JSON of that type
    public static <T> T read(String text, Class<T> type) {
        try {
            return present(MAPPER.readValue(text, type));
        } catch (JacksonException e) {
            throw new Problem(ProblemCode.MALFORMED_JSON, e);
        }
    }

    /// @throws Problem `malformed_json` where the bytes are not the JSON of that type
    public static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return present(MAPPER.readValue(bytes, type));
        } catch (JacksonException e) {
            throw new Problem(ProblemCode.MALFORMED_JSON, e);
        }
    }

    /// @throws Problem `malformed_json` where the node does not fit that type
    public static <T> T read(JsonNode node, Class<T> type) {
        try {
            return present(MAPPER.treeToValue(node, type));
        } catch (JacksonException e) {
            throw new Problem(ProblemCode.MALFORMED_JSON, e);
        }
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    @SuppressWarnings("ConstantValue")
    private static <T> T present(T value) {
        if (value == null) {
            throw new Problem(ProblemCode.MALFORMED_JSON);
        }
        return value;
    }

    private static final class InstantInMillis extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(MILLIS.format(value));
        }
    }
}
