package ru.garnitura.softphone.audio.pulse;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.device.FrameFeed;
import ru.garnitura.softphone.audio.device.Speaker;

/// A sink that is played on while it is started. A thread of its own fetches a frame as often as the server has room.
final class PulseSpeaker implements Speaker {

    private final String name;
    private final Supplier<SimpleApi.Stream> streams;
    private final FrameFeed feed;
    private @Nullable Playing playing;

    /// @param streams opens a stream
    PulseSpeaker(String name, Supplier<SimpleApi.Stream> streams, FrameFeed feed) {
        this.name = name;
        this.streams = streams;
        this.feed = feed;
    }

    /// One time between start and stop.
    private final class Playing {
        private volatile boolean over;

        void play(SimpleApi.Stream stream) {
            try (stream) {
                short[] frame = AudioFrame.silence();
                do {
                    feed.fill(frame);
                } while (!over && stream.write(frame));
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void start() {
        if (playing == null) {
            SimpleApi.Stream stream = streams.get();
            Playing begun = new Playing();
            playing = begun;
            Thread.ofPlatform().name("garnitura-speaker").daemon().start(() -> begun.play(stream));
        }
    }

    @Override
    public synchronized void stop() {
        Playing last = playing;
        playing = null;
        if (last != null) {
            last.over = true;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
