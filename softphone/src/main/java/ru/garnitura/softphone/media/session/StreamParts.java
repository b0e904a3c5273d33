package ru.garnitura.softphone.media.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.media.rtp.DepthPolicy;
import ru.garnitura.softphone.media.rtp.RtcpSession;
import ru.garnitura.softphone.media.rtp.RtpOutput;
import ru.garnitura.softphone.media.rtp.RtpReceiver;
import ru.garnitura.softphone.media.rtp.RtpSender;
import ru.garnitura.softphone.media.rtp.UdpTransport;

/// What a stream is made of.
///
/// @param holdSound what the other side hears on hold
/// @param random source of SSRC, first sequence number and timestamp, and names; unpredictable outside tests
record StreamParts(UdpTransport transport, StreamListener listener, RandomGenerator random, Clock clock,
        AudioSource holdSound) {

    private static final long NTP_EPOCH = 2_208_988_800L;

    RtpSender newSender(RtpOutput output) {
        return new RtpSender(output, random.nextInt(), random.nextInt(1 << 15), random.nextInt());
    }

    RtcpSession newRtcp(RtpOutput output) {
        byte[] name = new byte[12];
        random.nextBytes(name);
        Instant now = clock.instant();
        long ntp = ((now.getEpochSecond() + NTP_EPOCH) << 32) + ((long) now.getNano() << 32) / 1_000_000_000L;
        long nanos = System.nanoTime();
        long elapsed = (Math.floorDiv(nanos, 1_000_000_000L) << 32)
                + (Math.floorMod(nanos, 1_000_000_000L) << 32) / 1_000_000_000L;
        return new RtcpSession(output, Base64.getEncoder().encodeToString(name), random, ntp - elapsed);
    }

    RtpReceiver newReceiver(StreamPlan plan) {
        return new RtpReceiver(plan.receiving(), DepthPolicy.adaptive(), listener::digitReceived);
    }
}
