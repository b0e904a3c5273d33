package ru.garnitura.softphone.media.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Resampler;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.rtp.DepthPolicy;
import ru.garnitura.softphone.media.rtp.RtpOutput;
import ru.garnitura.softphone.media.rtp.RtpReceiver;
import ru.garnitura.softphone.media.rtp.RtpSender;
import ru.garnitura.softphone.media.rtp.StreamFormats;
import ru.garnitura.softphone.media.rtp.TelephoneEventSender;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;

/// One direction of a call through the real sender, a bad network and the real receiver on a virtual clock: the same
/// sound, weather and seed give the same bytes.
public final class VirtualCall {

    private static final long MS = 1_000_000L;
    private static final int TAIL_MS = 600;
    private static final int PACKET_MS = 20;

    private final PayloadFormat format;
    private final NetworkWeather weather;
    private final boolean copies;
    private final List<Arrival> network = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Boolean> lost = new ArrayList<>();
    /// The earliest packet of those that came before the playing began.
    private int first = Integer.MAX_VALUE;

    /// A packet under way.
    private record Arrival(long nanos, int number) {
    }

    /// What came out.
    ///
    /// @param sound     at the input's rate, as long as the input, aligned with it
    /// @param lostFlags for each packet sent, whether the network lost it
    /// @param payloads  the packets sent
    /// @param playoutMs mean of how much later than the fastest packets sound was played
    @SuppressWarnings("ArrayRecordComponent")
    public record Heard(short[] sound, List<byte[]> payloads, List<Boolean> lostFlags, long late, long concealed,
            long repaired, double playoutMs) {
    }

    /// @param copies whether Opus sends a copy of each packet in the next
    public VirtualCall(PayloadFormat format, NetworkWeather weather, boolean copies) {
        this.format = format;
        this.weather = weather;
        this.copies = copies;
    }

    /// Says the sound and returns what is heard.
    public Heard carry(short[] sound, int rate) {
        short[] wide = framed(sound, rate);
        long[] now = new long[1];
        RtpOutput relay = new Relay(now);
        try (Transmitter transmitter = new Transmitter(plan(), new RtpSender(relay, 1, 0, 0), new TelephoneEventSender());
                RtpReceiver receiver = new RtpReceiver(plan().receiving(), DepthPolicy.adaptive(), digit -> { })) {
            transmitter.expectLoss(copies ? Math.max(5, (int) Math.round(weather.lossPercent())) : 0);
            return run(wide, now, transmitter, receiver).heard(sound, rate);
        }
    }

    private StreamPlan plan() {
        InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        StreamFormats formats = new StreamFormats(List.of(new StreamFormats.Numbered(format, format.payloadType())), List.of());
        return new StreamPlan(new Target(nowhere, nowhere, true), formats, formats, PACKET_MS,
                new StreamPlan.Flow(true, true, false), Protection.NONE);
    }

    private Raw run(short[] wide, long[] now, Transmitter transmitter, RtpReceiver receiver) {
        int frames = wide.length / AudioFrame.SAMPLES;
        int ticks = frames + TAIL_MS / AudioFrame.MILLIS;
        short[] out = new short[ticks * AudioFrame.SAMPLES];
        short[] frame = AudioFrame.silence();
        int begun = -1;
        double playout = 0;
        for (int tick = 0; tick < ticks; tick++) {
            now[0] = (long) tick * AudioFrame.MILLIS * MS;
            if (tick < frames) {
                transmitter.add(Arrays.copyOfRange(wide, tick * AudioFrame.SAMPLES, (tick + 1) * AudioFrame.SAMPLES), true);
            }
            deliver(receiver, now[0], begun < 0);
            receiver.play(frame, now[0]);
            begun = begun < 0 && receiver.isPlaying() ? tick : begun;
            playout += tick < frames ? receiver.delayMs() : 0;
            System.arraycopy(frame, 0, out, tick * AudioFrame.SAMPLES, AudioFrame.SAMPLES);
        }
        int leadMs = begun < 0 ? 0 : begun * AudioFrame.MILLIS - first * PACKET_MS;
        return new Raw(out, leadMs, playout / frames, receiver);
    }

    private void deliver(RtpReceiver receiver, long now, boolean waiting) {
        network.sort((a, b) -> Long.compare(a.nanos, b.nanos));
        while (!network.isEmpty() && network.getFirst().nanos <= now) {
            Arrival arrival = network.removeFirst();
            byte[] packet = sent.get(arrival.number);
            first = waiting ? Math.min(first, arrival.number) : first;
            receiver.receive(packet, packet.length, arrival.nanos);
        }
    }

    private final class Raw {
        final short[] wide;
        /// From the moment the first packet's sound was said to the tick in which it was played, or would have been had it
        /// not been lost; milliseconds.
        final int leadMs;
        final double playoutMs;
        final RtpReceiver receiver;

        Raw(short[] wide, int leadMs, double playoutMs, RtpReceiver receiver) {
            this.wide = wide;
            this.leadMs = leadMs;
            this.playoutMs = playoutMs;
            this.receiver = receiver;
        }

        /// Takes away the delays that are known: of filters, codec, and the moment the playing began.
        Heard heard(short[] input, int rate) {
            double filters = 2 * new Resampler(rate, AudioFrame.RATE).delayMs()
                    + new Resampler(AudioFrame.RATE, format.rate()).delayMs() + new Resampler(format.rate(), AudioFrame.RATE).delayMs();
            if (rate != AudioFrame.RATE) {
                filters += new Resampler(AudioFrame.RATE, rate).delayMs() - new Resampler(rate, AudioFrame.RATE).delayMs();
            }
            double delayMs = filters + codecDelayMs() + leadMs;
            short[] narrow = resampled(wide, AudioFrame.RATE, rate);
            int from = (int) Math.round(delayMs * rate / 1000);
            short[] aligned = Arrays.copyOfRange(narrow, from, from + input.length);
            return new Heard(aligned, sent, lost, receiver.packetsLate(), receiver.concealed(), receiver.repaired(), playoutMs);
        }
    }

    private double codecDelayMs() {
        return switch (format) {
            case OPUS -> 6.5;
            case G722 -> 1.375;
            case PCMA, PCMU -> 0;
        };
    }

    private static short[] framed(short[] sound, int rate) {
        short[] wide = resampled(sound, rate, AudioFrame.RATE);
        return Arrays.copyOf(wide, Math.ceilDiv(wide.length, 2 * AudioFrame.SAMPLES) * 2 * AudioFrame.SAMPLES);
    }

    private static short[] resampled(short[] sound, int from, int to) {
        Resampler resampler = new Resampler(from, to);
        int unit = resampler.granularity();
        short[] padded = Arrays.copyOf(sound, Math.ceilDiv(sound.length, unit) * unit);
        short[] out = new short[(int) Math.ceilDiv((long) padded.length * to, from)];
        resampler.process(padded, 0, padded.length, out);
        return out;
    }

    private final class Relay implements RtpOutput {
        private final long[] now;

        Relay(long[] now) {
            this.now = now;
        }

        @Override
        public void rtp(byte[] data, int length) {
            int number = sent.size();
            sent.add(Arrays.copyOf(data, length));
            double delayMs = weather.delayMs();
            boolean gone = weather.loses();
            lost.add(gone);
            if (!gone) {
                network.add(new Arrival(now[0] + (long) (delayMs * MS), number));
            }
        }

        @Override
        public void rtcp(byte[] data, int length) {
        }
    }
}
