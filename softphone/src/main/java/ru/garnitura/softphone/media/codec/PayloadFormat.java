package ru.garnitura.softphone.media.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats of speech this engine speaks, with the facts SDP and RTP need (RFC 3551).
public enum PayloadFormat {
    PCMA("PCMA", 8, 8000, 8000),
    PCMU("PCMU", 0, 8000, 8000);

    /// Longer packets are cut off by the decoder.
    public static final int MAX_PACKET_MS = 120;

    private static final int FIRST_DYNAMIC = 96;

    private final String sdpName;
    private final int payloadType;
    private final int clock;
    private final int rate;

    PayloadFormat(String sdpName, int payloadType, int clock, int rate) {
        this.sdpName = sdpName;
        this.payloadType = payloadType;
        this.clock = clock;
        this.rate = rate;
    }

    /// Encoding name as in `a=rtpmap`.
    public String sdpName() {
        return sdpName;
    }

    /// The payload type it is offered with.
    public int payloadType() {
        return payloadType;
    }

    /// Ticks of the RTP timestamp per second.
    public int clock() {
        return clock;
    }

    /// Samples per second.
    public int rate() {
        return rate;
    }

    /// A fresh encoder and decoder.
    public AudioCodec open() {
        return switch (this) {
            case PCMA -> new G711Codec(this, G711.A_LAW);
            case PCMU -> new G711Codec(this, G711.MU_LAW);
        };
    }

    /// The format of this SDP encoding name and clock, if it is one of ours.
    public static Optional<PayloadFormat> named(String sdpName, int clock) {
        return Arrays.stream(values())
                .filter(format -> format.sdpName.equalsIgnoreCase(sdpName) && format.clock == clock)
                .findFirst();
    }

    /// The format of a static payload type that needs no `a=rtpmap` (RFC 3551, section 6).
    public static Optional<PayloadFormat> ofStaticType(int payloadType) {
        return Arrays.stream(values())
                .filter(format -> format.payloadType == payloadType && payloadType < FIRST_DYNAMIC)
                .findFirst();
    }

    /// The format of a name of the configuration file, such as `pcma`, if it is one of ours.
    public static Optional<PayloadFormat> configured(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
