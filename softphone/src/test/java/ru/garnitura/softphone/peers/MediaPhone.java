package ru.garnitura.softphone.peers;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.EditedOffers;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;

/// A [Phone] with real media: it says a tone and remembers what it hears. Registers nowhere.
public final class MediaPhone implements AutoCloseable {

    /// What it says, hertz.
    public static final double TONE = 1000;

    private final ExecutorService lane = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final Ear ear;
    private final MediaEngine engine;
    private final Phone phone;

    private MediaPhone(String user, Ear ear, Function<Executor, AudioEndpoints> sound, UnaryOperator<String> offers) {
        this.ear = ear;
        engine = new EditedOffers(RtpMediaEngine.create(MediaSettings.USUAL, sound.apply(io), new MediaLanes(lane, io)), offers);
        phone = new Phone(user, engine);
    }

    /// Answers nothing by itself.
    public static MediaPhone start(String user, SrtpPolicy srtp, String... codecs) throws InterruptedException {
        return start(user, new Way(SipTransport.UDP, UnaryOperator.identity()), srtp, codecs);
    }

    /// How its requests travel.
    ///
    /// @param offers changes the SDP of its offers
    public record Way(SipTransport transport, UnaryOperator<String> offers) {
    }

    /// Answers nothing by itself.
    public static MediaPhone start(String user, Way way, SrtpPolicy srtp, String... codecs) throws InterruptedException {
        Ear ear = new Ear();
        return new MediaPhone(user, ear, io -> AudioEndpoints.of(new ToneSource(TONE), ear), way.offers())
                .listen(way.transport(), new SipAccount.CallPolicy(-1, 0, 1, List.of(codecs), srtp));
    }

    /// @param sound makes the endpoints, given an I/O lane; what they hear does not reach [#ear]
    public static MediaPhone start(String user, SipAccount.CallPolicy policy, Function<Executor, AudioEndpoints> sound)
            throws InterruptedException {
        return new MediaPhone(user, new Ear(), sound, UnaryOperator.identity()).listen(SipTransport.UDP, policy);
    }

    private MediaPhone listen(SipTransport transport, SipAccount.CallPolicy policy) throws InterruptedException {
        SipAccount plain = phone.account("", transport, "");
        phone.listen(new SipAccount(plain.identity(), plain.route(), policy));
        return this;
    }

    public Phone phone() {
        return phone;
    }

    public Ear ear() {
        return ear;
    }

    @Override
    public void close() {
        phone.close();
        engine.close();
        lane.close();
        io.close();
    }
}
