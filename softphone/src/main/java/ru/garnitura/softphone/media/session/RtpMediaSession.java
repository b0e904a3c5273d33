package ru.garnitura.softphone.media.session;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.media.lane.AudioLane;
import ru.garnitura.softphone.media.lane.MixPort;
import ru.garnitura.softphone.media.session.Negotiation.Agreed;
import ru.garnitura.softphone.media.session.Negotiation.Answered;

/// Media of one call. A direction without receiving is a hold by the operator: what is sent then is silence and not
/// his microphone.
public final class RtpMediaSession implements MediaSession {

    private final SessionParts parts;
    private final Negotiation negotiation;
    private final CallStream stream;
    private MediaDirection remote = MediaDirection.SENDRECV;
    private AudioLane.@Nullable Place place;
    private boolean closed;

    /// @param parts what the engine gives to each of its sessions
    public RtpMediaSession(SessionParts parts) {
        this.parts = parts;
        negotiation = new Negotiation(parts.local());
        stream = new CallStream(new StreamParts(parts.transport(), new ToSignaling(parts.listener(), parts.signaling()),
                parts.random(), parts.clock()));
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
        stream.follow(agreed.plan());
        if (agreed.remote() != remote) {
            remote = agreed.remote();
            MediaDirection changed = remote;
            parts.signaling().execute(() -> parts.listener().remoteDirectionChanged(changed));
        }
    }

    @Override
    public void start() {
        if (place == null && !closed) {
            parts.transport().listen();
            place = parts.lane().attach(stream);
        }
    }

    @Override
    public void mute(boolean muted) {
        stream.mute(muted);
    }

    @Override
    public void sendDigit(char digit) {
        stream.press(digit);
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
        AudioLane.Place seat = place;
        if (seat == null) {
            parts.transport().close();
        } else {
            seat.leave(() -> {
                stream.end();
                parts.transport().close();
            });
        }
        parts.onClose().accept(this);
    }

    /// Hands over from the audio lane.
    private record ToSignaling(MediaListener listener, Executor signaling) implements StreamListener {

        @Override
        public void digitReceived(char digit) {
            signaling.execute(() -> listener.digitReceived(digit));
        }

        @Override
        public void silentFor(long milliseconds) {
            signaling.execute(() -> listener.silentFor(milliseconds));
        }
    }
}
