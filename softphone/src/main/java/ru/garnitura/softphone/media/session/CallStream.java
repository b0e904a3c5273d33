package ru.garnitura.softphone.media.session;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.signal.LevelMeter;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.media.lane.MixPort;
import ru.garnitura.softphone.media.dtls.DtlsAssociation;
import ru.garnitura.softphone.media.rtp.Datagram;
import ru.garnitura.softphone.media.rtp.DatagramReceiver;
import ru.garnitura.softphone.media.rtp.RtcpSession;
import ru.garnitura.softphone.media.rtp.RtpReceiver;
import ru.garnitura.softphone.media.rtp.RtpSender;
import ru.garnitura.softphone.media.rtp.SourceLock;
import ru.garnitura.softphone.media.rtp.TelephoneEventSender;
import ru.garnitura.softphone.media.record.CallRecorder;

/// One call on the audio lane: sends what the operator says, plays what the remote side says. Everything is confined
/// to the lane but the methods that say "any thread".
final class CallStream implements MixPort {

    private static final long SECOND = 1_000_000_000L;
    /// Copies of packets are sent along even where nothing was lost yet.
    private static final int LEAST_LOSS_PERCENT = 5;

    private final StreamParts parts;
    private final Guard guard;
    private final RtpSender sender;
    private final RtcpSession rtcp;
    private final TelephoneEventSender events = new TelephoneEventSender();
    private final LevelMeter sendLevel = new LevelMeter();
    private final LevelMeter receiveLevel = new LevelMeter();
    private final Figures figures = new Figures();
    private final DatagramReceiver taking = this::take;
    private final HandshakeSources handshakes = new HandshakeSources();
    private final Ringback ringback = new Ringback();
    private volatile @Nullable StreamPlan plan;
    private final Queue<FreshKeys> agreed = new ConcurrentLinkedQueue<>();
    private volatile boolean muted;
    private volatile boolean aside;
    private volatile boolean ringing;
    private volatile @Nullable CallRecorder recorder;
    private @Nullable Running running;
    private long lastMeasured;

    /// What exists from the first negotiated plan on.
    private static final class Running {
        final SourceLock source;
        final Silence silence;
        StreamPlan plan;
        Transmitter transmitter;
        RtpReceiver receiver;

        Running(StreamPlan plan, SourceLock source, Silence silence, Transmitter transmitter, RtpReceiver receiver) {
            this.plan = plan;
            this.source = source;
            this.silence = silence;
            this.transmitter = transmitter;
            this.receiver = receiver;
        }
    }

    CallStream(StreamParts parts) {
        this.parts = parts;
        guard = new Guard(parts.transport());
        sender = parts.newSender(guard);
        rtcp = parts.newRtcp(guard);
    }

    /// From the next tick on this is what was negotiated. Any thread.
    void follow(StreamPlan negotiated) {
        plan = negotiated;
    }

    /// From now on both sides are recorded; another recording ends. Any thread.
    synchronized void record(CallRecorder begun) {
        CallRecorder before = recorder;
        recorder = begun;
        if (before != null) {
            before.close();
        }
    }

    /// Any thread.
    void pauseRecording(boolean paused) {
        CallRecorder current = recorder;
        if (current != null) {
            current.pause(paused);
        }
    }

    /// A handshake gave these keys, after its plan was [followed][#follow]. Any thread.
    void protect(FreshKeys keys) {
        agreed.add(keys);
    }

    /// Any thread.
    void mute(boolean silent) {
        muted = silent;
    }

    /// Held without the other side's agreement. Any thread.
    void setAside(boolean now) {
        aside = now;
    }

    /// The operator hears that the other side rings, as long as nothing is negotiated. Any thread.
    void ringback(boolean heard) {
        ringing = heard;
    }

    /// Any thread.
    void press(char digit) {
        events.press(digit);
    }

    /// Any thread.
    MediaSnapshot snapshot() {
        return figures.with(sendLevel.level(), receiveLevel.level());
    }

    @Override
    public void say(short[] frame, long now) {
        Running stream = adopt(now);
        if (stream == null || ringing) {
            ringback.say(frame, ringing);
            return;
        }
        parts.transport().drain(taking);
        if (stream.plan.flow().receive()) {
            stream.receiver.play(frame, now);
        }
        if (aside || !stream.plan.flow().receive()) {
            Arrays.fill(frame, (short) 0);
        }
        receiveLevel.add(frame, frame.length);
        CallRecorder recording = recorder;
        if (recording != null) {
            recording.received(frame);
        }
        stream.silence.tick(now, stream.receiver.lastArrival(), stream.plan.flow().receive());
    }

    @Override
    public void hear(short[] frame, long now) {
        Running stream = running;
        if (stream == null || ringing) {
            return;
        }
        if (aside || stream.plan.flow().holding()) {
            parts.holdSound().read(frame);
        } else if (muted) {
            Arrays.fill(frame, (short) 0);
        }
        sendLevel.add(frame, frame.length);
        CallRecorder recording = recorder;
        if (recording != null) {
            recording.sent(frame);
        }
        stream.transmitter.add(frame, stream.plan.flow().send());
        rtcp.tick(now, sender, stream.receiver);
        if (now - lastMeasured >= SECOND) {
            lastMeasured = now;
            stream.transmitter.expectLoss(Math.max(LEAST_LOSS_PERCENT, (int) rtcp.remoteLossPercent()));
            figures.measure(new Figures.Line(stream.plan.format().sdpName(), guard.isEncrypted()), sender, stream.receiver, rtcp);
        }
    }

    @Override
    public void unseated() {
        parts.listener().unseated();
    }

    private void take(Datagram datagram) {
        Running stream = running;
        if (stream == null) {
            return;
        }
        if (DtlsAssociation.isHandshake(datagram.data()[0])) {
            if (handshakes.admits(datagram)) {
                parts.listener().handshakeReceived(Arrays.copyOf(datagram.data(), datagram.length()), datagram.onControlPort());
            }
            return;
        }
        int length = guard.admit(datagram);
        if (length < 0) {
            return;
        }
        if (datagram.isControl()) {
            if (stream.source.believes(datagram.from())) {
                rtcp.receive(datagram.data(), length, datagram.arrival(), sender.ssrc());
            }
        } else if (stream.plan.flow().receive() && stream.source.admits(datagram.from())) {
            stream.receiver.receive(datagram.data(), length, datagram.arrival());
        }
    }

    /// Keys are taken before the plan is looked at, and used after it: theirs is there by then.
    private @Nullable Running adopt(long now) {
        FreshKeys keys = agreed.poll();
        StreamPlan wanted = plan;
        Running stream = running;
        if (wanted != null && (stream == null || !stream.plan.equals(wanted))) {
            adopt(wanted, now);
        }
        if (keys != null) {
            guard.agreed(keys);
        }
        return running;
    }

    private void adopt(StreamPlan wanted, long now) {
        parts.transport().aim(wanted.target());
        guard.follow(wanted.protection(), wanted.target().multiplexed());
        handshakes.follow(wanted, now);
        Running stream = running;
        if (stream == null) {
            running = new Running(wanted, new SourceLock(wanted.target()), new Silence(parts.listener(), now),
                    new Transmitter(wanted, sender, events), parts.newReceiver(wanted));
            lastMeasured = now;
            figures.begin(new Figures.Line(wanted.format().sdpName(), guard.isEncrypted()));
        } else {
            change(stream, wanted);
        }
    }

    private void change(Running stream, StreamPlan wanted) {
        StreamPlan before = stream.plan;
        stream.source.announce(wanted.target());
        if (!before.receiving().equals(wanted.receiving())) {
            stream.receiver.close();
            stream.receiver = parts.newReceiver(wanted);
        }
        if (before.flow().receive() != wanted.flow().receive()) {
            stream.receiver.flush();
        }
        if (!before.sending().equals(wanted.sending()) || before.packetMs() != wanted.packetMs()) {
            stream.transmitter.close();
            stream.transmitter = new Transmitter(wanted, sender, events);
        }
        stream.plan = wanted;
    }

    /// The last thing on the lane: says goodbye and lets the codec go.
    void end() {
        CallRecorder recording = recorder;
        if (recording != null) {
            recording.close();
        }
        Running stream = running;
        if (stream != null) {
            rtcp.bye(System.nanoTime(), sender, stream.receiver);
            stream.transmitter.close();
            stream.receiver.close();
            running = null;
        }
    }
}
