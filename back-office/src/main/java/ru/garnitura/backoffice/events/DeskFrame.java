package ru.garnitura.backoffice.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a desktop sends over its events socket.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DeskFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = DeskFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = DeskFrame.Read.class, name = "read"),
    @JsonSubTypes.Type(value = DeskFrame.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = DeskFrame.Gap.class, name = "gap")
})
public sealed interface DeskFrame {

    /// The first frame.
    record Hello(String device, @Nullable Resume resume) implements DeskFrame {
        public Hello {
            Objects.requireNonNull(device, "device");
        }
    }

    /// Where the desktop stopped.
    ///
    /// @param seq the last event of each session
    /// @param inbox the last news
    record Resume(@Nullable String token, @Nullable Map<String, Long> seq, long inbox) {

        long after(String session) {
            return seq == null ? 0 : seq.getOrDefault(session, 0L);
        }
    }

    /// Everything up to here is stored by the desktop.
    record Ack(@Nullable Map<String, Long> seq, @Nullable Long inbox) implements DeskFrame {}

    /// The operator has read everything up to here.
    record Read(String s, long upto) implements DeskFrame {
        public Read {
            Objects.requireNonNull(s, "s");
        }
    }

    record Typing(String s, @Nullable Integer ttl) implements DeskFrame {
        public Typing {
            Objects.requireNonNull(s, "s");
        }
    }

    /// Events the desktop misses, both ends included.
    record Gap(String s, long from, long to) implements DeskFrame {
        public Gap {
            Objects.requireNonNull(s, "s");
        }
    }
}
