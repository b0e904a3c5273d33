package ru.garnitura.softphone.audio.pulse;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.device.FrameFeed;
import ru.garnitura.softphone.audio.device.Speaker;

/// A sink that is played on while it is started. A thread of its own fetches a frame as often as the server has room.
final class PulseSpeaker implements Speaker {

    private final String name;
    private final Supplier<? extends Stream> streams;
    private final FrameFeed feed;
    private @Nullable Playing playing;
    private @Nullable Thread last;

    /// What the server plays. One thread at a time.
    interface Stream extends AutoCloseable {

        /// Waits until there is room for a frame.
        ///
        /// @return false where the stream has ended
        boolean write(short[] frame);

        @Override
        void close();
    }

    /// @param streams opens a stream
    PulseSpeaker(String name, Supplier<? extends Stream> streams, FrameFeed feed) {
        this.name = name;
        this.streams = streams;
        this.feed = feed;
    }

    /// One time between start and stop.
    private final class Playing {
        private volatile boolean over;

        /// Waits for the one before: the feed has one reader.
        void play(Stream stream, @Nullable Thread before) {
            try (stream) {
                if (before != null) {
                    before.join();
                }
                short[] frame = AudioFrame.silence();
                boolean taken = true;
                while (!over && taken) {
                    feed.fill(frame);
                    taken = stream.write(frame);
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                ended(this);
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
            Stream stream = streams.get();
            Playing begun = new Playing();
            Thread before = last;
            playing = begun;
            last = Thread.ofPlatform().name("garnitura-speaker").daemon().start(() -> begun.play(stream, before));
        }
    }

    /// A stream that ended by itself may be started again.
    private synchronized void ended(Playing done) {
        if (playing == done) {
            playing = null;
        }
    }

    @Override
    public synchronized void stop() {
        Playing now = playing;
        playing = null;
        if (now != null) {
            now.over = true;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
