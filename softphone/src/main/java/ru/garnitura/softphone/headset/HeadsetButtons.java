package ru.garnitura.softphone.headset;

import java.util.function.Consumer;

/// Port to the buttons and lamps of whatever headset is plugged in, or to keys that do the same; quiet where there is none.
public interface HeadsetButtons extends AutoCloseable {

    /// Begins to listen; returns at once.
    ///
    /// @param pressed called on a thread of the port's own
    void begin(Consumer<HeadsetButton> pressed);

    /// Any thread, returns at once; a headset plugged in later shows it too.
    void show(HeadsetLamps lamps);

    @Override
    void close();
}
