package ru.garnitura.softphone.audio;

/// Rings beside the headset. Every method returns at once, any thread; the device opens and closes on the I/O lane.
public interface Ringer extends AutoCloseable {

    /// Plays the ring in a loop until `silence()`. Does nothing while it rings already.
    void ring();

    /// Stops ringing.
    void silence();

    @Override
    void close();

    /// A ringer where nothing may ring.
    static Ringer silent() {
        return new Ringer() {

            @Override
            public void ring() {
                // nothing rings
            }

            @Override
            public void silence() {
                // nothing rang
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
