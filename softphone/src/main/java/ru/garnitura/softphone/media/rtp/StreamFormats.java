package ru.garnitura.softphone.media.rtp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.codec.PayloadFormat;

/// What the payload types of one direction mean.
///
/// @param speech           formats in order of preference, each with its payload type
/// @param eventPayloadType payload type of telephone events, -1 where there are none
/// @param eventClock       ticks per second of telephone events
public record StreamFormats(List<Numbered> speech, int eventPayloadType, int eventClock) {

    /// A format under the payload type the two sides agreed on.
    public record Numbered(PayloadFormat format, int payloadType) {
    }

    public StreamFormats {
        speech = List.copyOf(speech);
    }

    /// Ticks per second of the most preferred format.
    int clock() {
        return speech.getFirst().format().clock();
    }

    @Nullable Decoding[] openDecodings() {
        @Nullable Decoding[] byType = new Decoding[128];
        for (Numbered numbered : speech) {
            byType[numbered.payloadType()] = new Decoding(numbered.format().open());
        }
        return byType;
    }
}
