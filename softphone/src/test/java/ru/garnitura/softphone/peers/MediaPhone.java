package ru.garnitura.softphone.peers;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;

/// A [Phone] with real media: it says a tone and remembers what it hears. Registers nowhere.
public final class MediaPhone implements AutoCloseable {

    /// What it says, hertz.
    public static final double TONE = 1000;

    private final ExecutorService lane = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final Ear ear = new Ear();
    private final RtpMediaEngine engine;
    private final Phone phone;

    private MediaPhone(String user) {
        engine = RtpMediaEngine.create(MediaSettings.USUAL, AudioEndpoints.of(new ToneSource(TONE), ear),
                new MediaLanes(lane, io));
        phone = new Phone(user, engine);
    }

    public static MediaPhone start(String user, SrtpPolicy srtp, String... codecs) throws InterruptedException {
        MediaPhone started = new MediaPhone(user);
        SipAccount plain = started.phone.account("", "pw-" + user);
        SipAccount.CallPolicy policy = new SipAccount.CallPolicy(-1, 0, 1, List.of(codecs), srtp);
        started.phone.listen(new SipAccount(plain.identity(), plain.route(), policy));
        return started;
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
