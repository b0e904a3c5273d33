package ru.garnitura.softphone.media;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;

/// Two engines in a call over loopback: Alice says 440 Hz, Bob says 1000 Hz, each has an ear.
public final class MediaPair implements AutoCloseable {

    /// What a session reported.
    public static final class Reports implements MediaListener {
        public final BlockingQueue<Character> digits = new LinkedBlockingQueue<>();
        public final BlockingQueue<MediaDirection> directions = new LinkedBlockingQueue<>();
        public final BlockingQueue<Boolean> failures = new LinkedBlockingQueue<>();
        public final BlockingQueue<Long> silences = new LinkedBlockingQueue<>();
        public final BlockingQueue<DeviceNotice> devices = new LinkedBlockingQueue<>();

        @Override
        public void digitReceived(char digit) {
            digits.add(digit);
        }

        @Override
        public void remoteDirectionChanged(MediaDirection direction) {
            directions.add(direction);
        }

        @Override
        public void silentFor(long milliseconds) {
            silences.add(milliseconds);
        }

        @Override
        public void encryptionFailed() {
            failures.add(Boolean.TRUE);
        }

        @Override
        public void mediaFailed() {
            failures.add(Boolean.TRUE);
        }

        @Override
        public void deviceChanged(DeviceNotice notice) {
            devices.add(notice);
        }
    }

    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
    private final RtpMediaEngine aliceEngine;
    private final RtpMediaEngine bobEngine;
    public final Ear aliceEar;
    public final Ear bobEar;
    public final Reports aliceReports = new Reports();
    public final Reports bobReports = new Reports();
    public final MediaSession alice;
    public final MediaSession bob;

    public MediaPair(String... codecs) {
        this(MediaSettings.USUAL, MediaPolicy.plain(codecs));
    }

    /// Under a policy both share.
    public MediaPair(MediaPolicy policy) {
        this(MediaSettings.USUAL, policy);
    }

    /// With sounds of the engines' own.
    public MediaPair(MediaSettings settings, MediaPolicy policy) {
        this(settings, new Ears(new Ear(), new Ear()), policy);
    }

    /// Both listen with the same sink, and the ears hear nothing.
    public MediaPair(AudioSink sink, MediaPolicy policy) {
        this(MediaSettings.USUAL, new Ears(sink, sink), policy);
    }

    private record Ears(AudioSink alice, AudioSink bob) {
    }

    private MediaPair(MediaSettings settings, Ears ears, MediaPolicy policy) {
        aliceEar = ears.alice instanceof Ear ear ? ear : new Ear();
        bobEar = ears.bob instanceof Ear ear ? ear : new Ear();
        MediaLanes mediaLanes = new MediaLanes(Runnable::run, lanes);
        aliceEngine = RtpMediaEngine.create(settings, AudioEndpoints.of(new ToneSource(440), ears.alice), mediaLanes);
        bobEngine = RtpMediaEngine.create(settings, AudioEndpoints.of(new ToneSource(1000), ears.bob), mediaLanes);
        aliceEngine.prepare(policy);
        bobEngine.prepare(policy);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        alice = aliceEngine.open(new CallId("alice"), loopback, policy, aliceReports);
        bob = bobEngine.open(new CallId("bob"), loopback, policy, bobReports);
    }

    /// Alice offers, Bob answers, both start.
    public void connect() {
        connect(sdp -> sdp, sdp -> sdp);
    }

    /// Connects through whatever changes the SDP on its way.
    public void connect(UnaryOperator<String> offerOnItsWay, UnaryOperator<String> answerOnItsWay) {
        String offer = alice.createOffer(MediaDirection.SENDRECV);
        alice.accept(answerOnItsWay.apply(bob.answer(offerOnItsWay.apply(offer), MediaDirection.SENDRECV)));
        alice.start();
        bob.start();
    }

    /// Alice re-INVITEs with this direction.
    public void renegotiate(MediaDirection aliceDirection) {
        alice.accept(bob.answer(alice.createOffer(aliceDirection), MediaDirection.SENDRECV));
    }

    /// A second call rings at Alice.
    public void beepAtAlice() {
        aliceEngine.cue(HeadsetSound.SECOND_CALL);
    }

    /// Waits until what Bob measures is like this. Round-trip times need a report both ways, so up to nine seconds.
    public MediaSnapshot awaitBob(Predicate<MediaSnapshot> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        MediaSnapshot now = bob.snapshot();
        while (!wanted.test(now) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
            now = bob.snapshot();
        }
        return now;
    }

    @Override
    public void close() {
        aliceEngine.close();
        bobEngine.close();
        lanes.close();
    }
}
