package ru.garnitura.softphone.media;

import java.net.InetAddress;
import java.util.Set;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.HeadsetSound;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;

/// Passes everything on to a real engine; its sessions are what [#wrap] makes of the real ones.
abstract class ForwardedEngine implements MediaEngine {

    private final MediaEngine engine;

    ForwardedEngine(MediaEngine engine) {
        this.engine = engine;
    }

    abstract MediaSession wrap(MediaSession real);

    @Override
    public void prepare(MediaPolicy policy) {
        engine.prepare(policy);
    }

    @Override
    public MediaSession open(CallId call, InetAddress local, MediaPolicy policy, MediaListener listener) {
        return wrap(engine.open(call, local, policy, listener));
    }

    @Override
    public void conference(Set<CallId> members) {
        engine.conference(members);
    }

    @Override
    public void cue(HeadsetSound sound) {
        engine.cue(sound);
    }

    @Override
    public void close() {
        engine.close();
    }
}
