package ru.garnitura.softphone.audio.pulse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.garnitura.softphone.audio.DeviceList;

/// The devices a server has at one moment.
///
/// @param defaultSource the server's own name for it
/// @param defaultSink   the server's own name for it
record PulseDevices(List<Device> sources, List<Device> sinks, String defaultSource, String defaultSink) {

    private static final int NOT_A_MONITOR = -1;

    /// @param internal the server's own name for it
    /// @param name     as people see it
    record Device(String internal, String name) {
    }

    /// Asks a server on an authorised line.
    static PulseDevices ask(PulseLine line) throws IOException {
        Tags about = line.ask(PulseLine.SERVER, new PulseLine.Request());
        about.skip(5);
        String sink = about.text();
        String source = about.text();
        return new PulseDevices(read(line.ask(PulseLine.SOURCES, new PulseLine.Request()), true),
                read(line.ask(PulseLine.SINKS, new PulseLine.Request()), false), source, sink);
    }

    /// A source may be what a sink plays: that is no microphone.
    private static List<Device> read(Tags list, boolean sources) throws IOException {
        List<Device> devices = new ArrayList<>();
        while (!list.isAtEnd()) {
            list.skip(1);
            Device device = new Device(list.text(), list.text());
            list.skip(5);
            boolean monitor = list.number() != NOT_A_MONITOR;
            list.skip(4);
            if (!device.name().isEmpty() && !(sources && monitor)) {
                devices.add(device);
            }
        }
        return devices;
    }

    /// What people see of it.
    DeviceList list() {
        return new DeviceList(names(sources), names(sinks),
                new DeviceList.Defaults(nameOf(sources, defaultSource), nameOf(sinks, defaultSink)));
    }

    private static List<String> names(List<Device> devices) {
        return devices.stream().map(Device::name).distinct().toList();
    }

    private static String nameOf(List<Device> devices, String internal) {
        return devices.stream().filter(device -> device.internal().equals(internal)).map(Device::name).findFirst().orElse("");
    }

    /// What people call `name`.
    static Optional<Device> find(List<Device> devices, String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }
}
