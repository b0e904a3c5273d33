package ru.garnitura.softphone.audio.webrtc;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the native library. It can hang for ever (with a sound server that does not answer) or fail with a bare
/// `Error` (with none): so each visit runs on a thread of its own with a time limit, and while one hangs nobody else
/// is sent after it. I/O lane.
final class DeviceAccess {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceAccess.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private @Nullable Thread hanging;

    Optional<Capture> openCapture(List<String> preferred) {
        return visit("open a microphone", () -> {
            AudioDeviceModule module = new AudioDeviceModule();
            Optional<AudioDevice> device = choose(module.getRecordingDevices(), preferred);
            if (device.isEmpty()) {
                module.dispose();
            }
            return device.map(found -> new Capture(module, found));
        });
    }

    Optional<Playback> openPlayback(List<String> preferred, FrameFeed feed) {
        return visit("open a headset", () -> {
            AudioDeviceModule module = new AudioDeviceModule();
            Optional<AudioDevice> device = choose(module.getPlayoutDevices(), preferred);
            if (device.isEmpty()) {
                module.dispose();
            }
            return device.map(found -> new Playback(module, found, feed));
        });
    }

    /// Whether there is a device of each kind asked for; false too where the library fails or hangs.
    boolean has(boolean microphone, boolean headset) {
        var found = new AtomicBoolean();
        run("look for devices", () -> {
            AudioDeviceModule module = new AudioDeviceModule();
            try {
                found.set(!(microphone && module.getRecordingDevices().isEmpty())
                        && !(headset && module.getPlayoutDevices().isEmpty()));
            } finally {
                module.dispose();
            }
        });
        return found.get();
    }

    void run(String purpose, Runnable nativeCalls) {
        this.<AutoCloseable>visit(purpose, () -> {
            nativeCalls.run();
            return Optional.empty();
        });
    }

    /// The first present device of `preferred`; else the first, which is the system's default.
    private static Optional<AudioDevice> choose(List<AudioDevice> devices, List<String> preferred) {
        for (String name : preferred) {
            Optional<AudioDevice> match = devices.stream().filter(d -> d.getName().equals(name)).findFirst();
            if (match.isPresent()) {
                return match;
            }
        }
        return devices.stream().findFirst();
    }

    private synchronized <T extends AutoCloseable> Optional<T> visit(String purpose, Callable<Optional<T>> calls) {
        Thread stuck = hanging;
        if (stuck != null && stuck.isAlive()) {
            LOG.warn("Audio library still hangs: did not {}", purpose);
            return Optional.empty();
        }
        CompletableFuture<Optional<T>> result = new CompletableFuture<>();
        Thread visitor = Thread.ofPlatform().name("garnitura-devices").daemon().start(() -> carryOut(calls, result));
        try {
            return result.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            LOG.warn("Audio library hangs: did not {} within {}", purpose, LIMIT);
            hanging = visitor;
            return result.cancel(false) ? Optional.empty() : result.join();
        } catch (ExecutionException failed) {
            LOG.warn("Audio library did not {}: {}", purpose, String.valueOf(failed.getCause()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /// A device that opens after its time is closed again: no microphone may be live unseen.
    private static <T extends AutoCloseable> void carryOut(Callable<Optional<T>> calls,
            CompletableFuture<Optional<T>> result) {
        FutureTask<Optional<T>> task = new FutureTask<>(calls);
        task.run();
        try {
            Optional<T> opened = task.get();
            if (!result.complete(opened) && opened.isPresent()) {
                opened.get().close();
            }
        } catch (ExecutionException failed) {
            result.completeExceptionally(failed.getCause() == null ? failed : failed.getCause());
        } catch (Exception unclosed) {
            LOG.warn("Audio device opened too late was not closed", unclosed);
        }
    }
}
