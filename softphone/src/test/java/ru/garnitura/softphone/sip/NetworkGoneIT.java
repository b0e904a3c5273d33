package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RelayedMedia;
import ru.garnitura.softphone.media.RtpMediaEngine;
import ru.garnitura.softphone.media.UdpRelay;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.sip.digest.DigestAlgorithm;
import ru.garnitura.softphone.sip.registrar.DigestRegistrar;

/// Nothing gets through for half a minute in the middle of a call: signaling and sound, both ways (FAULTS 3).
class NetworkGoneIT {

    private static final double TONE = 1000;
    private static final double CLEAR = 0.9;
    private static final Duration GONE = Duration.ofSeconds(30);
    private static final Duration SOUND_AGAIN = Duration.ofSeconds(2);
    private static final Duration REGISTERED_AGAIN = Duration.ofSeconds(5);

    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
    private final Ear ear = new Ear();

    private RelayedMedia media(Ear listening, ExecutorService lane) {
        return new RelayedMedia(RtpMediaEngine.create(MediaSettings.USUAL,
                AudioEndpoints.of(new ToneSource(TONE), listening), new MediaLanes(lane, lanes)));
    }

    @Test
    @Tag("full")
    void aCallOutlivesHalfAMinuteWithoutNetwork() throws Exception {
        ExecutorService alicesLane = Phone.freshLane();
        ExecutorService bobsLane = Phone.freshLane();
        try (lanes; DigestRegistrar registrar = new DigestRegistrar(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(DigestAlgorithm.SHA_256));
                UdpRelay signaling = new UdpRelay(registrar.address().getPort(), UdpRelay.Weather.FINE, 7);
                RelayedMedia alices = media(ear, alicesLane); RelayedMedia bobs = media(new Ear(), bobsLane);
                Phone alice = new Phone("alice", alices, alicesLane);
                Phone bob = new Phone("bob", bobs, bobsLane).listen()) {
            registrar.admit("alice", "pw-alice");
            alice.register("sip:127.0.0.1:" + signaling.port());
            CallId call = alice.dial(bob.uri());
            CallSnapshot ringing = bob.awaitRinging();
            bob.softphone().answer(ringing.id());
            alice.awaitState(call, CallState.CONFIRMED);
            assertThat(ear.waitForTone(TONE, CLEAR)).isGreaterThan(CLEAR);

            long gone = System.nanoTime();
            weather(UdpRelay.Weather.CUT, signaling, alices, bobs);
            alice.awaitEvent(SoftphoneEvent.RemoteSilent.class, silent -> silent.milliseconds() >= 5_000);
            assertThat(since(bobs.lastPassed())).as("since Bob's last packet").isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
            alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.FAILED, GONE);
            assertThat(alice.softphone().snapshot().registration().cause()).isEqualTo(new RegistrationCause.NoAnswer());
            alice.await(() -> since(gone).compareTo(GONE) >= 0, GONE.plusSeconds(5));
            assertThat(alice.latest(call).state()).isEqualTo(CallState.CONFIRMED);
            assertThat(bob.latest(ringing.id()).state()).isEqualTo(CallState.CONFIRMED);

            long back = System.nanoTime();
            weather(UdpRelay.Weather.FINE, signaling, alices, bobs);
            double heard = 0;
            while (heard < CLEAR && since(back).compareTo(SOUND_AGAIN) < 0) {
                heard = ToneShare.of(ear.listen(100), AudioFrame.RATE, TONE);
            }
            assertThat(heard).as("share of the tone within %s", SOUND_AGAIN).isGreaterThan(CLEAR);
            alice.await(() -> alice.softphone().snapshot().registration().state() == RegistrationState.REGISTERED, REGISTERED_AGAIN);
            alice.awaitEvent(SoftphoneEvent.RemoteSilent.class, silent -> silent.milliseconds() == 0);
            assertThat(alice.calls()).hasSize(1);
        }
    }

    private static void weather(UdpRelay.Weather now, UdpRelay signaling, RelayedMedia... engines) {
        signaling.change(now);
        for (RelayedMedia engine : engines) {
            engine.change(now);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
