package ru.garnitura.softphone.media.rtp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.codec.ReceiverWishes;

/// What the payload types of one direction mean.
///
/// @param speech formats in order of preference, each with its payload type
/// @param events telephone events, under one or more clocks; empty where there are none
public record StreamFormats(List<Numbered> speech, List<Events> events) {

    /// A format under the payload type the two sides agreed on.
    ///
    /// @param wishes of whoever receives it
    public record Numbered(PayloadFormat format, int payloadType, ReceiverWishes wishes) {

        /// Without wishes.
        public Numbered(PayloadFormat format, int payloadType) {
            this(format, payloadType, ReceiverWishes.NONE);
        }
    }

    /// Telephone events.
    ///
    /// @param payloadType -1 where there are none
    /// @param clock       ticks per second of their durations
    public record Events(int payloadType, int clock) {

        public static final Events NONE = new Events(-1, 8000);
    }

    public StreamFormats {
        speech = List.copyOf(speech);
        events = List.copyOf(events);
    }

    /// Ticks per second of the most preferred format.
    int clock() {
        return speech.getFirst().format().clock();
    }

    /// The events that share this clock, as they should (RFC 4733, section 2.1); else those there are.
    public Events eventsFor(int clock) {
        return events.stream().filter(e -> e.clock() == clock).findFirst()
                .orElse(events.isEmpty() ? Events.NONE : events.getFirst());
    }

    boolean[] eventTypes() {
        boolean[] types = new boolean[128];
        events.forEach(e -> types[e.payloadType()] = true);
        return types;
    }

    @Nullable Decoding[] openDecodings() {
        @Nullable Decoding[] byType = new Decoding[128];
        for (Numbered numbered : speech) {
            byType[numbered.payloadType()] = new Decoding(numbered.format());
        }
        return byType;
    }
}
