package ru.garnitura.softphone.headset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Headsets on Linux, through the kernel's `hidraw` devices: a report is a read or a write of a file. The rule
/// `70-garnitura-headset.rules` gives who sits at the desk the right to open them. What is plugged in is looked for each
/// two seconds.
public final class HidrawButtons implements HeadsetButtons {

    private static final Logger LOG = LoggerFactory.getLogger(HidrawButtons.class);
    private static final long LOOK_MS = 2_000;
    private static final int LONGEST_REPORT = 64;
    private static final Duration DARKENING = Duration.ofMillis(100);

    private final Path classFolder;
    private final Path devices;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Headset> open = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile HeadsetLamps lamps = HeadsetLamps.DARK;

    /// Read and written through channels of its own each: a read that waits would hold up a write. Closing one ends a
    /// read that waits on it, which closing a stream does not.
    private record Headset(FileChannel in, FileChannel out, HeadsetReports reports) implements AutoCloseable {

        static Headset open(Path device, HeadsetReports reports) throws IOException {
            FileChannel in = FileChannel.open(device, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return new Headset(in, FileChannel.open(device, StandardOpenOption.WRITE), reports);
            } catch (IOException unusable) {
                in.close();
                throw unusable;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
            out.close();
        }
    }

    HidrawButtons(Path classFolder, Path devices) {
        this.classFolder = classFolder;
        this.devices = devices;
    }

    /// The headsets of this computer.
    public static HeadsetButtons ofThisDesk() {
        return new HidrawButtons(Path.of("/sys/class/hidraw"), Path.of("/dev"));
    }

    @Override
    public void begin(Consumer<HeadsetButton> pressed) {
        if (Files.isDirectory(classFolder)) {
            Thread.ofPlatform().daemon().name("garnitura-headsets").start(() -> look(pressed));
        }
    }

    private void look(Consumer<HeadsetButton> pressed) {
        try {
            do {
                lookOnce(pressed);
            } while (!closed.await(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce(Consumer<HeadsetButton> pressed) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(classFolder)) {
            for (Path device : found) {
                String name = device.getFileName().toString();
                if (!open.containsKey(name)) {
                    take(name, pressed);
                }
            }
        } catch (IOException unreadable) {
            LOG.debug("{} can't be read", classFolder, unreadable);
        }
    }

    private void take(String name, Consumer<HeadsetButton> pressed) {
        try {
            byte[] descriptor = Files.readAllBytes(classFolder.resolve(name).resolve("device/report_descriptor"));
            Optional<HeadsetReports> reports = HeadsetReports.of(descriptor);
            if (reports.isPresent()) {
                Headset headset = Headset.open(devices.resolve(name), reports.get());
                open.put(name, headset);
                Thread.ofPlatform().name("garnitura-headset").daemon().start(() -> listen(name, headset, pressed));
                show(headset);
            }
        } catch (IOException unusable) {
            if (refused.put(name, "") == null) {
                LOG.info("The buttons of {} can't be used: {}", name, unusable.getMessage());
            }
        }
    }

    private void listen(String name, Headset headset, Consumer<HeadsetButton> pressed) {
        ByteBuffer report = ByteBuffer.allocate(LONGEST_REPORT);
        try (headset) {
            for (int length = headset.in().read(report); length >= 0 && closed.getCount() > 0; length = headset.in().read(report.clear())) {
                headset.reports().read(report.array(), length, pressed);
            }
        } catch (IOException gone) {
            LOG.debug("Headset {} is gone: {}", name, gone.getMessage());
        } finally {
            open.remove(name);
        }
    }

    @Override
    public void show(HeadsetLamps now) {
        if (!now.equals(lamps)) {
            lamps = now;
            light();
        }
    }

    private Thread light() {
        // A write to a hung device holds its thread: a virtual one would hold one of the few that carry all the others.
        return Thread.ofPlatform().daemon().name("garnitura-headset-lamps").start(() -> open.values().forEach(this::show));
    }

    /// Locked, so that the newest state is written last.
    private synchronized void show(Headset headset) {
        try {
            for (byte[] report : headset.reports().write(lamps)) {
                headset.out().write(ByteBuffer.wrap(report));
            }
        } catch (IOException unwritten) {
            LOG.debug("Lamps of a headset not set: {}", unwritten.getMessage());
        }
    }

    /// Waits for the lamps to go dark, but no longer than anyone would notice: a headset may hang. Then the devices are
    /// let go, on a thread of their own for the same reason.
    @Override
    public void close() {
        closed.countDown();
        lamps = HeadsetLamps.DARK;
        try {
            if (!light().join(DARKENING)) {
                LOG.debug("Lamps of a headset not dark in time");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        Thread.ofPlatform().daemon().name("garnitura-headsets-end").start(() -> open.values().forEach(HidrawButtons::letGo));
    }

    private static void letGo(Headset headset) {
        try {
            headset.close();
        } catch (IOException unclosed) {
            LOG.debug("A headset did not close: {}", unclosed.getMessage());
        }
    }
}
