package ru.garnitura.softphone.media.session;

import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.record.CallRecorder;
import ru.garnitura.softphone.media.lane.MixPort;
import ru.garnitura.softphone.media.rtp.UdpPorts;
import ru.garnitura.softphone.media.session.Negotiation.Agreed;
import ru.garnitura.softphone.media.session.Negotiation.Answered;

/// Media of one call. A direction without receiving is a hold by the operator: what is sent then is silence and not
/// his microphone.
public final class RtpMediaSession implements MediaSession {

    private final SessionParts parts;
    private final Negotiation negotiation;
    private final CallStream stream;
    private final Handshakes handshakes;
    private MediaDirection remote = MediaDirection.SENDRECV;
    private AudioLane.@Nullable Place place;
    private boolean started;
    private boolean closed;
    private boolean takesEvents;

    /// @param parts what the engine gives to each of its sessions
    public RtpMediaSession(SessionParts parts) {
        this.parts = parts;
        negotiation = new Negotiation(parts.local());
        stream = new CallStream(new StreamParts(parts.transport(), new ToSignaling(parts.listener(), parts.signaling(), this::deliver),
                parts.random(), parts.clock(), parts.holdSound()));
        handshakes = new Handshakes(parts, stream::protect);
    }

    /// This call's place among those that may hear each other.
    public MixPort port() {
        return stream;
    }

    @Override
    public String createOffer(MediaDirection direction) {
        return negotiation.offer(direction);
    }

    @Override
    public String answer(String remoteOffer, MediaDirection direction) {
        Answered answered = negotiation.answer(remoteOffer, direction);
        adopt(answered.agreed());
        return answered.sdp();
    }

    @Override
    public void accept(String remoteAnswer) {
        adopt(negotiation.accept(remoteAnswer));
    }

    private void adopt(Agreed agreed) {
        takesEvents = agreed.plan().takesEvents();
        stream.follow(agreed.plan());
        handshakes.follow(agreed.plan());
        if (agreed.remote() != remote) {
            remote = agreed.remote();
            MediaDirection changed = remote;
            parts.signaling().execute(() -> parts.listener().remoteDirectionChanged(changed));
        }
    }

    private void deliver(byte[] datagram, boolean onControlPort) {
        handshakes.deliver(datagram, onControlPort);
    }

    @Override
    public void start() {
        if (!started && !closed) {
            started = true;
            stream.ringback(false);
            parts.transport().listen();
            join();
            handshakes.start();
        }
    }

    @Override
    public void ringback(boolean heard) {
        if (!started && !closed) {
            stream.ringback(heard);
            if (heard) {
                join();
            }
        }
    }

    private void join() {
        if (place == null) {
            place = parts.lane().attach(stream);
        }
    }

    @Override
    public void relocate(InetAddress local) {
        if (!closed) {
            UdpPorts fresh = UdpPorts.bind(local);
            parts.transport().move(fresh);
            negotiation.relocate(local, fresh.port());
        }
    }

    @Override
    public void setAside(boolean aside) {
        stream.setAside(aside);
    }

    @Override
    public void mute(boolean muted) {
        stream.mute(muted);
    }

    @Override
    public boolean sendDigit(char digit) {
        if (takesEvents) {
            stream.press(digit);
        }
        return takesEvents;
    }

    private static void writing(Runnable loop) {
        Thread.ofPlatform().daemon().name("garnitura-recording").start(loop);
    }

    @Override
    public void record(Recording recording) {
        if (started && !closed) {
            stream.record(new CallRecorder(recording, RtpMediaSession::writing));
        } else {
            recording.ended().ended(false);
        }
    }

    @Override
    public void pauseRecording(boolean paused) {
        stream.pauseRecording(paused);
    }

    @Override
    public MediaSnapshot snapshot() {
        return stream.snapshot();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        handshakes.end();
        AudioLane.Place seat = place;
        if (seat == null) {
            parts.transport().close();
        } else {
            seat.leave(() -> {
                try {
                    stream.end();
                } finally {
                    parts.transport().close();
                }
            });
        }
        parts.onClose().accept(this);
    }

    /// Hands over from the audio lane.
    private record ToSignaling(MediaListener listener, Executor signaling, BiConsumer<byte[], Boolean> handshake)
            implements StreamListener {

        @Override
        public void handshakeReceived(byte[] datagram, boolean onControlPort) {
            handshake.accept(datagram, onControlPort);
        }

        @Override
        public void digitReceived(char digit) {
            signaling.execute(() -> listener.digitReceived(digit));
        }

        @Override
        public void silentFor(long milliseconds) {
            signaling.execute(() -> listener.silentFor(milliseconds));
        }

        @Override
        public void unseated() {
            signaling.execute(listener::mediaFailed);
        }
    }
}
