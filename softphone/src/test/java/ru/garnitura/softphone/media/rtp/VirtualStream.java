package ru.garnitura.softphone.media.rtp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.signal.Tones;
import ru.garnitura.softphone.media.codec.AudioCodec;
import ru.garnitura.softphone.media.codec.PayloadFormat;

/// A stream of packets and its receiver on a virtual clock: nothing waits, the same input gives the same sound.
final class VirtualStream {

    static final int PACKET_MS = 20;
    private static final long MS = 1_000_000L;

    /// A packet that arrives at a time, milliseconds.
    @SuppressWarnings("ArrayRecordComponent")
    record Arrival(double atMs, byte[] packet) {
    }

    final List<Character> digits = new ArrayList<>();
    final RtpReceiver receiver;
    private final PayloadFormat format;

    VirtualStream(DepthPolicy policy) {
        this(PayloadFormat.PCMU, policy);
    }

    VirtualStream(PayloadFormat format, DepthPolicy policy) {
        this.format = format;
        StreamFormats formats = new StreamFormats(
                List.of(new StreamFormats.Numbered(format, format.payloadType())),
                List.of(new StreamFormats.Events(101, 8000)));
        receiver = new RtpReceiver(formats, policy, digits::add);
    }

    /// Packets of a tone, each arriving when it was sent.
    List<Arrival> tone(double hertz, int packets, int ssrc, int sequence, int timestamp) {
        Wire wire = new Wire();
        RtpSender sender = new RtpSender(wire, ssrc, sequence, timestamp);
        AudioCodec codec = format.open();
        int samples = format.rate() / 1000 * PACKET_MS;
        short[] tone = Tones.sine(format.rate(), hertz, samples * packets, 10_000);
        short[] packet = new short[samples];
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            System.arraycopy(tone, i * samples, packet, 0, samples);
            sender.sendSpeech(codec, format.payloadType(), packet, samples);
            sender.advance(format.clock() / 1000 * PACKET_MS);
            arrivals.add(new Arrival(i * (double) PACKET_MS, wire.packets.get(i)));
        }
        return arrivals;
    }

    /// Plays for this long and returns the 48 kHz sound.
    short[] play(List<Arrival> arrivals, int milliseconds) {
        List<Arrival> ordered = new ArrayList<>(arrivals);
        ordered.sort(Comparator.comparingDouble(Arrival::atMs));
        short[] sound = new short[milliseconds / AudioFrame.MILLIS * AudioFrame.SAMPLES];
        short[] frame = AudioFrame.silence();
        int next = 0;
        for (int ms = 0, at = 0; ms < milliseconds; ms += AudioFrame.MILLIS, at += AudioFrame.SAMPLES) {
            while (next < ordered.size() && ordered.get(next).atMs() <= ms) {
                Arrival arrival = ordered.get(next++);
                receiver.receive(arrival.packet(), arrival.packet().length, (long) (arrival.atMs() * MS));
            }
            receiver.play(frame, ms * MS);
            System.arraycopy(frame, 0, sound, at, frame.length);
        }
        return sound;
    }
}
