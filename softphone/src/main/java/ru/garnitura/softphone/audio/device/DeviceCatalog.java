package ru.garnitura.softphone.audio.device;

import java.util.function.Consumer;
import ru.garnitura.softphone.audio.DeviceList;

/// Knows which devices are there, and says when that changes. It takes no device into use.
public interface DeviceCatalog extends AutoCloseable {

    /// Begins to look; returns at once. Begun once.
    ///
    /// @param changes told the first list as soon as it is known, and each different one; on a thread of the catalog's
    void begin(Consumer<DeviceList> changes);

    @Override
    void close();
}
