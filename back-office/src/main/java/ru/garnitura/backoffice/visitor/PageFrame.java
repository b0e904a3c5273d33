package ru.garnitura.backoffice.visitor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a customer's page sends over its socket.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PageFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = PageFrame.Msg.class, name = "msg"),
    @JsonSubTypes.Type(value = PageFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = PageFrame.Read.class, name = "read"),
    @JsonSubTypes.Type(value = PageFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = PageFrame.Gap.class, name = "gap"),
    @JsonSubTypes.Type(value = PageFrame.Close.class, name = "close")
})
public sealed interface PageFrame {

    /// The first frame.
    ///
    /// @param seq the last event the page has
    record Hello(String token, long seq) implements PageFrame {
        public Hello {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "Hello[" + seq + "]";
        }
    }

    record Msg(String key, String text) implements PageFrame {
        private static final int MAX_KEY = 60;

        public Msg {
            if (Objects.requireNonNull(key, "key").isEmpty() || key.length() > MAX_KEY) {
                throw new IllegalArgumentException("key");
            }
            Objects.requireNonNull(text, "text");
        }
    }

    record Ack(long seq) implements PageFrame {}

    record Read(long upto) implements PageFrame {}

    record Typing(@Nullable Integer ttl) implements PageFrame {}

    /// Events the page misses, both ends included.
    record Gap(long from, long to) implements PageFrame {}

    /// The customer ends the chat.
    record Close() implements PageFrame {}
}
