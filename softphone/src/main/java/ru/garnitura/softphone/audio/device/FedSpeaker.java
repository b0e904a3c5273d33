package ru.garnitura.softphone.audio.device;

import ru.garnitura.softphone.audio.signal.ElasticRing;

/// A speaker with the ring it is fed from.
final class FedSpeaker implements AutoCloseable {

    private final Speaker speaker;
    private final ElasticRing ring;

    FedSpeaker(Speaker speaker, ElasticRing ring) {
        this.speaker = speaker;
        this.ring = ring;
    }

    ElasticRing ring() {
        return ring;
    }

    @Override
    public void close() {
        speaker.close();
    }
}
