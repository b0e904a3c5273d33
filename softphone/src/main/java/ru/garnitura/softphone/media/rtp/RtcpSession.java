package ru.garnitura.softphone.media.rtp;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// RTCP of one stream pair: sends a report with our name about every five seconds, and reads theirs for the round-trip
/// time (RFC 3550, section 6).
public final class RtcpSession {

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final long INTERVAL_NANOS = 5_000_000_000L;
    private static final long FIRST_NANOS = 1_500_000_000L;

    private final RtpOutput output;
    private final byte[] name;
    private final RandomGenerator random;
    private final long ntpAtZero;
    private final byte[] datagram = new byte[256];
    private long due = Long.MIN_VALUE;
    private int lastReport;
    private long lastReportArrival;
    private double roundTripMs = -1;
    private double remoteLossPercent;

    /// @param name      canonical name, random and short (RFC 7022)
    /// @param ntpAtZero NTP time (32.32 fixed point) when the nanosecond clock was 0
    public RtcpSession(RtpOutput output, String name, RandomGenerator random, long ntpAtZero) {
        this.output = output;
        this.name = name.getBytes(StandardCharsets.US_ASCII);
        this.random = random;
        this.ntpAtZero = ntpAtZero;
    }

    /// Sends a report when one is due. Audio lane, often.
    public void tick(long now, RtpSender sender, RtpReceiver receiver) {
        if (due == Long.MIN_VALUE) {
            due = now + (long) (FIRST_NANOS * random.nextDouble(0.5, 1.0));
        }
        if (now >= due) {
            due = now + (long) (INTERVAL_NANOS * random.nextDouble(0.5, 1.5));
            output.rtcp(datagram, compound(now, sender, receiver));
        }
    }

    /// Says goodbye, once, at the end.
    public void bye(long now, RtpSender sender, RtpReceiver receiver) {
        int at = compound(now, sender, receiver);
        header(at, BYE, 1, 1);
        Bytes.putInt(datagram, at + 4, sender.ssrc());
        output.rtcp(datagram, at + 8);
    }

    private int compound(long now, RtpSender sender, RtpReceiver receiver) {
        int at = sender.packets() > 0 ? senderReport(now, sender) : 8;
        int blocks = receiver.statistics().isStarted() ? 1 : 0;
        header(0, sender.packets() > 0 ? SENDER_REPORT : RECEIVER_REPORT, blocks, (at + 24 * blocks) / 4 - 1);
        Bytes.putInt(datagram, 4, sender.ssrc());
        if (blocks > 0) {
            at = reportBlock(at, now, receiver);
        }
        return description(at, sender.ssrc());
    }

    private int senderReport(long now, RtpSender sender) {
        long ntp = ntp(now);
        Bytes.putInt(datagram, 8, (int) (ntp >>> 32));
        Bytes.putInt(datagram, 12, (int) ntp);
        Bytes.putInt(datagram, 16, sender.timestamp());
        Bytes.putInt(datagram, 20, (int) sender.packets());
        Bytes.putInt(datagram, 24, (int) sender.octets());
        return 28;
    }

    private int reportBlock(int at, long now, RtpReceiver receiver) {
        ReceptionStatistics statistics = receiver.statistics();
        Bytes.putInt(datagram, at, receiver.ssrc());
        long cumulative = Math.min(statistics.lost(), 0x7fffff);
        Bytes.putInt(datagram, at + 4, (statistics.fractionLostSinceLast() << 24) | (int) cumulative);
        Bytes.putInt(datagram, at + 8, (int) statistics.highestSequence());
        Bytes.putInt(datagram, at + 12, (int) statistics.jitterTicks());
        Bytes.putInt(datagram, at + 16, lastReport);
        Bytes.putInt(datagram, at + 20, lastReport == 0 ? 0 : (int) (ntp(now - lastReportArrival, 0) >>> 16));
        return at + 24;
    }

    /// SDES with the canonical name, padded to whole words with at least one zero.
    private int description(int at, int ssrc) {
        int length = (8 + 2 + name.length) / 4 * 4 + 4;
        java.util.Arrays.fill(datagram, at, at + length, (byte) 0);
        header(at, DESCRIPTION, 1, length / 4 - 1);
        Bytes.putInt(datagram, at + 4, ssrc);
        datagram[at + 8] = 1;
        datagram[at + 9] = (byte) name.length;
        System.arraycopy(name, 0, datagram, at + 10, name.length);
        return at + length;
    }

    private void header(int at, int type, int count, int words) {
        Bytes.putInt(datagram, at, 0x80000000 | (count << 24) | (type << 16) | words);
    }

    private long ntp(long nanos) {
        return ntp(nanos, ntpAtZero);
    }

    private static long ntp(long nanos, long base) {
        long seconds = Math.floorDiv(nanos, 1_000_000_000L);
        long rest = Math.floorMod(nanos, 1_000_000_000L);
        return base + (seconds << 32) + (rest << 32) / 1_000_000_000L;
    }

    /// Reads a compound packet; stops quietly where it is malformed.
    ///
    /// @param arrival nanoseconds
    public void receive(byte[] data, int length, long arrival, int ourSsrc) {
        int at = 0;
        while (at + 8 <= length && (data[at] & 0xc0) == 0x80) {
            int type = data[at + 1] & 0xff;
            int end = at + 4 + 4 * (((data[at + 2] & 0xff) << 8) | (data[at + 3] & 0xff));
            if (end > length) {
                return;
            }
            int blocks = data[at] & 0x1f;
            if (type == SENDER_REPORT && end - at >= 28) {
                lastReport = (Bytes.getInt(data, at + 8) << 16) | (Bytes.getInt(data, at + 12) >>> 16);
                lastReportArrival = arrival;
                readBlocks(data, at + 28, Math.min(blocks, (end - at - 28) / 24), arrival, ourSsrc);
            } else if (type == RECEIVER_REPORT) {
                readBlocks(data, at + 8, Math.min(blocks, (end - at - 8) / 24), arrival, ourSsrc);
            }
            at = end;
        }
    }

    private void readBlocks(byte[] data, int from, int blocks, long arrival, int ourSsrc) {
        for (int block = 0; block < blocks; block++) {
            int at = from + 24 * block;
            int echoed = Bytes.getInt(data, at + 16);
            if (Bytes.getInt(data, at) == ourSsrc) {
                remoteLossPercent = (data[at + 4] & 0xff) * 100 / 256.0;
                if (echoed != 0) {
                    int units = (int) (ntp(arrival) >>> 16) - echoed - Bytes.getInt(data, at + 20);
                    roundTripMs = Math.max(0, units) * 1000 / 65536.0;
                }
            }
        }
    }

    /// Milliseconds, -1 while unknown.
    public double roundTripMs() {
        return roundTripMs;
    }

    /// What the remote side lost of ours lately, percent.
    public double remoteLossPercent() {
        return remoteLossPercent;
    }
}
