package ru.garnitura.softphone.audio.device;

import java.util.List;
import java.util.function.Consumer;
import ru.garnitura.softphone.audio.DeviceList;

/// A catalog whose devices come and go as the test says.
public final class FakeCatalog implements DeviceCatalog {

    private Consumer<DeviceList> told = list -> { };
    private DeviceList there;

    public FakeCatalog(DeviceList there) {
        this.there = there;
    }

    /// Both with the first as the system's default.
    public static DeviceList list(List<String> microphones, List<String> speakers) {
        return new DeviceList(microphones, speakers, new DeviceList.Defaults(
                microphones.isEmpty() ? "" : microphones.getFirst(), speakers.isEmpty() ? "" : speakers.getFirst()));
    }

    @Override
    public void begin(Consumer<DeviceList> changes) {
        told = changes;
        told.accept(there);
    }

    /// Something came or went.
    public void now(DeviceList changed) {
        there = changed;
        told.accept(changed);
    }

    @Override
    public void close() {
        told = list -> { };
    }
}
