package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaPair;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// What the operator hears before the other side answers, by the tones in his headset (FAULTS 13).
class EarlyMediaIT {

    private static final double RINGBACK = 425;
    private static final double ANNOUNCEMENT = 1000;
    private static final double CLEAR = 0.99;
    private static final double NONE = 0.001;
    /// Longer than the pause between two tones.
    private static final int WHOLE_RINGBACK_MS = 5_500;

    @Test
    void ringbackIsHeardUntilSoundComesAndALateRingDoesNotCoverIt() throws Exception {
        try (MediaPhone alice = MediaPhone.start("alice", SrtpPolicy.OFF, "pcma");
                RawPeer peer = new RawPeer(alice.phone().softphone().snapshot().listening());
                ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
                RtpMediaEngine exchange = RtpMediaEngine.create(MediaSettings.USUAL,
                        AudioEndpoints.of(new ToneSource(ANNOUNCEMENT), new Ear()), new MediaLanes(Runnable::run, io))) {
            CallId call = alice.phone().dial("sip:raw@127.0.0.1:" + peer.port());
            String invite = peer.await(message -> message.startsWith("INVITE"), Phone.PATIENCE);
            peer.respond(invite, "180 Ringing", "one", "");
            alice.phone().awaitState(call, CallState.ALERTING);
            assertThat(alice.ear().waitForTone(RINGBACK, CLEAR)).isGreaterThanOrEqualTo(CLEAR);

            MediaSession announcement = exchange.open(new CallId("announcement"), InetAddress.getLoopbackAddress(),
                    MediaPolicy.plain("pcma"), new MediaPair.Reports());
            String sdp = announcement.answer(invite.substring(invite.indexOf("\r\n\r\n") + 4), MediaDirection.SENDRECV);
            announcement.start();
            peer.respond(invite, "183 Session Progress", "one", "Content-Type: application/sdp\n\n" + sdp.replace("\r\n", "\n"));
            alice.phone().awaitState(call, CallState.EARLY_MEDIA);
            assertThat(alice.ear().waitForTone(ANNOUNCEMENT, CLEAR)).isGreaterThanOrEqualTo(CLEAR);

            peer.respond(invite, "180 Ringing", "one", "");
            peer.send("OPTIONS", "after-the-ring", "");
            peer.awaitFinal("OPTIONS", "after-the-ring");

            short[] heard = alice.ear().listen(WHOLE_RINGBACK_MS);
            assertThat(ToneShare.of(heard, AudioFrame.RATE, ANNOUNCEMENT)).isGreaterThan(CLEAR);
            assertThat(ToneShare.of(heard, AudioFrame.RATE, RINGBACK)).isLessThan(NONE);
            assertThat(alice.phone().latest(call).state()).isEqualTo(CallState.EARLY_MEDIA);
            alice.phone().softphone().end(call);
            alice.phone().await(() -> alice.phone().calls().isEmpty());
        }
    }
}
