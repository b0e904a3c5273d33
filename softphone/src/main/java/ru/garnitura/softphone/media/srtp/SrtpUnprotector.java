package ru.garnitura.softphone.media.srtp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Checks and decrypts what the remote side sends: wrong tags and replays are dropped and counted.
public final class SrtpUnprotector {

    /// What it returns for a packet that is to be dropped.
    public static final int DROPPED = -1;

    private static final int SOURCES = 4;

    private final int tagBytes;
    private final KeyIdentifier identifier;
    private final Transform rtp;
    private final Transform rtcp;
    private final Source[] sources = new Source[SOURCES];
    private int known;
    private long forged;
    private long replayed;

    /// What came from one SSRC (RFC 3711, section 3.2.3: a replay list for each context and kind of packet).
    private static final class Source {
        int ssrc;
        ReplayWindow packets = new ReplayWindow();
        ReplayWindow reports = new ReplayWindow();
    }

    public SrtpUnprotector(SrtpKeys keys) {
        tagBytes = keys.suite().tagBytes();
        identifier = new KeyIdentifier(keys);
        rtp = Transform.forRtp(keys);
        rtcp = Transform.forRtcp(keys);
        Arrays.setAll(sources, i -> new Source());
    }

    /// Checks and decrypts an RTP packet in place.
    ///
    /// @return its length without the tag, or [#DROPPED]
    public int rtp(byte[] packet, int length) {
        int inner = identifier.takenFromPacket(packet, length) - tagBytes;
        int from = Words.payloadAt(packet, inner);
        if (from < 0) {
            forged++;
            return DROPPED;
        }
        int ssrc = Words.getInt(packet, 8);
        Source source = find(ssrc);
        long index = index(source == null ? -1 : source.packets.highest(), Words.sequence(packet));
        if (source != null && !source.packets.isNew(index)) {
            replayed++;
            return DROPPED;
        }
        if (!rtp.openRtp(packet, from, inner, index)) {
            forged++;
            return DROPPED;
        }
        (source == null ? begin(ssrc) : source).packets.accept(index);
        return inner;
    }

    /// The packet's index whose roll-over counter fits best (RFC 3711, section 3.3.1).
    private static long index(long highest, int sequence) {
        if (highest < 0) {
            return sequence;
        }
        long near = (highest & ~0xffffL) | sequence;
        if (near - highest > 0x8000 && near >= 0x10000) {
            return near - 0x10000;
        }
        return highest - near > 0x8000 ? near + 0x10000 : near;
    }

    private @Nullable Source find(int ssrc) {
        for (int i = 0; i < Math.min(known, SOURCES); i++) {
            if (sources[i].ssrc == ssrc) {
                return sources[i];
            }
        }
        return null;
    }

    /// A new SSRC takes the place of the one that came first.
    private Source begin(int ssrc) {
        Source source = sources[known++ % SOURCES];
        source.ssrc = ssrc;
        source.packets = new ReplayWindow();
        source.reports = new ReplayWindow();
        return source;
    }

    /// Checks and decrypts a compound RTCP packet in place.
    ///
    /// @return its length without index and tag, or [#DROPPED]
    public int rtcp(byte[] packet, int length) {
        int sealed = identifier.takenFromReport(packet, length);
        int inner = sealed - rtcp.reportOverhead();
        if (inner < 8) {
            forged++;
            return DROPPED;
        }
        int index = Words.getInt(packet, rtcp.wordAt(sealed)) & ~Transform.ENCRYPTED;
        if (!rtcp.openRtcp(packet, sealed)) {
            forged++;
            return DROPPED;
        }
        int ssrc = Words.getInt(packet, 4);
        Source source = find(ssrc);
        if (source != null && !source.reports.isNew(index)) {
            replayed++;
            return DROPPED;
        }
        (source == null ? begin(ssrc) : source).reports.accept(index);
        return inner;
    }

    /// Packets with a wrong tag, or none.
    public long forged() {
        return forged;
    }

    /// Packets that came again.
    public long replayed() {
        return replayed;
    }
}
