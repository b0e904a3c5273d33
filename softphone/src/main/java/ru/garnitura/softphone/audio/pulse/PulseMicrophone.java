package ru.garnitura.softphone.audio.pulse;

import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.device.Microphone;
import ru.garnitura.softphone.audio.signal.ElasticRing;

/// A microphone that is recorded from until it is closed. A thread of its own waits for the server and fills the ring.
final class PulseMicrophone implements Microphone {

    private final String name;
    private final ElasticRing ring = new ElasticRing(AudioFrame.SAMPLES);
    private volatile boolean closed;

    PulseMicrophone(String name, SimpleApi.Stream stream) {
        this.name = name;
        Thread.ofPlatform().name("garnitura-microphone").daemon().start(() -> listen(stream));
    }

    private void listen(SimpleApi.Stream stream) {
        try (stream) {
            short[] frame = AudioFrame.silence();
            while (!closed && stream.read(frame)) {
                ring.write(frame, frame.length);
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(short[] frame) {
        ring.read(frame);
        return ring.starved();
    }

    @Override
    public void close() {
        closed = true;
    }
}
