package ru.garnitura.softphone.media;

import java.net.InetAddress;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaSession;

/// The media engine of one operator: all calls share its pair of microphone and headset.
public final class RtpMediaEngine implements MediaEngine {

    private final MediaSettings settings;

    private RtpMediaEngine(MediaSettings settings) {
        this.settings = settings;
    }

    /// @param endpoints opened on the I/O lane with the first call that starts, closed after the last
    public static RtpMediaEngine create(MediaSettings settings, AudioEndpoints endpoints, MediaLanes lanes) {
        return new RtpMediaEngine(settings);
    }

    @Override
    public MediaSession open(CallId call, InetAddress local, MediaListener listener) {
        throw new MediaException("no media yet on " + local + settings);
    }

    @Override
    public void close() {
    }
}
