package ru.garnitura.softphone.media.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats of speech this engine speaks, with the facts SDP and RTP need (RFC 3551, RFC 7587).
public enum PayloadFormat {
    OPUS("opus", 111, 48_000, 48_000),
    /// Samples at 16 kHz under a clock of 8 kHz (RFC 3551, section 4.5.2).
    G722("G722", 9, 8000, 16_000),
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

    /// Encoding name and clock as `a=rtpmap` has them; Opus always says two channels (RFC 7587, section 7).
    public String mapping() {
        return sdpName + "/" + clock + (this == OPUS ? "/2" : "");
    }

    /// What `a=fmtp` says about the sound we want to receive, empty where there is nothing to say.
    public String parameters() {
        return this == OPUS ? "useinbandfec=1;stereo=0;sprop-stereo=0" : "";
    }

    /// What the other side's `a=fmtp` for this format asks for; empty where it has none.
    public ReceiverWishes wishes(String parameters) {
        return this == OPUS ? ReceiverWishes.of(parameters) : ReceiverWishes.NONE;
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

    /// The length nearest to the wanted one that a packet can have: Opus has no 30 and 50 ms (RFC 6716, section 2.1.4).
    public int packetMs(int wanted) {
        return this == OPUS && wanted > 20 ? wanted / 20 * 20 : wanted;
    }

    /// Whether a packet may carry a coarse copy of the one before.
    public boolean repairs() {
        return this == OPUS;
    }

    /// A fresh encoder and decoder.
    public AudioCodec open() {
        return switch (this) {
            case OPUS -> new OpusCodec(this, OpusLibrary.open());
            case G722 -> new G722Codec(this);
            case PCMA -> new G711Codec(this, G711.A_LAW);
            case PCMU -> new G711Codec(this, G711.MU_LAW);
        };
    }

    /// Loads what the first use would wait for. I/O lane: a quarter of a second for a native library.
    public void warmUp() {
        if (this == OPUS) {
            open().close();
        }
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
