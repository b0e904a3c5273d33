package ru.garnitura.softphone.headset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HidrawButtonsTest {

    @Test
    void aHeadsetIsFoundAmongDevicesAndItsButtonIsTold(@TempDir Path folder) throws Exception {
        Path headset = Files.createDirectories(folder.resolve("class/hidraw1/device"));
        Files.write(headset.resolve("report_descriptor"),
                HexFormat.of().parseHex("050B0905A101850215002501092075019501810295078101C0"));
        Path devices = Files.createDirectories(folder.resolve("dev"));
        Path pipe = devices.resolve("hidraw1");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        BlockingQueue<HeadsetButton> pressed = new LinkedBlockingQueue<>();
        try (HidrawButtons buttons = new HidrawButtons(folder.resolve("class"), devices)) {
            buttons.begin(pressed::add);
            try (var out = Files.newOutputStream(pipe)) {
                out.write(new byte[] {2, 1});
                out.flush();
                assertThat(pressed.poll(20, TimeUnit.SECONDS)).isEqualTo(HeadsetButton.OFF_HOOK);
            }
        }
    }

    /// The keyboard's report is laid out as the headset's: who passes over the usage page takes it for one.
    @Test
    void aKeyboardIsNotTakenForAHeadset(@TempDir Path folder) throws Exception {
        Path keyboard = Files.createDirectories(folder.resolve("class/hidraw0/device"));
        Files.write(keyboard.resolve("report_descriptor"),
                HexFormat.of().parseHex("05010906A101850215002501092075019501810295078101C0"));
        Path devices = Files.createDirectories(folder.resolve("dev"));
        Path keys = Files.write(devices.resolve("hidraw0"), new byte[] {2, 1});
        Path pipe = headset(folder, "hidraw1");
        BlockingQueue<HeadsetButton> pressed = new LinkedBlockingQueue<>();
        try (HidrawButtons buttons = new HidrawButtons(folder.resolve("class"), devices)) {
            buttons.begin(pressed::add);
            try (var out = Files.newOutputStream(pipe)) {
                out.write(new byte[] {2, 1});
                out.flush();
                assertThat(pressed.poll(20, TimeUnit.SECONDS)).isEqualTo(HeadsetButton.OFF_HOOK);
                assertThat(pressed.poll(2_500, TimeUnit.MILLISECONDS)).as("told by the keyboard, at the next look too").isNull();
                assertThat(opened()).contains(pipe.toRealPath()).doesNotContain(keys.toRealPath());
            }
        }
    }

    private static Path headset(Path folder, String name) throws Exception {
        Path headset = Files.createDirectories(folder.resolve("class").resolve(name).resolve("device"));
        Files.write(headset.resolve("report_descriptor"),
                HexFormat.of().parseHex("050B0905A101850215002501092075019501810295078101C0"));
        Path pipe = Files.createDirectories(folder.resolve("dev")).resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    /// The files this process has open.
    private static List<Path> opened() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> numbers = Files.list(Path.of("/proc/self/fd"))) {
            for (Path number : numbers.toList()) {
                if (Files.isSymbolicLink(number)) {
                    files.add(Files.readSymbolicLink(number));
                }
            }
        }
        return files;
    }

    @Test
    void closingLetsTheDeviceAndItsThreadGoAtOnce(@TempDir Path folder) throws Exception {
        Path pipe = headset(folder, "hidraw1");
        HidrawButtons buttons = new HidrawButtons(folder.resolve("class"), folder.resolve("dev"));
        buttons.begin(button -> { });
        until(() -> opened().contains(pipe.toRealPath()));
        buttons.close();
        until(() -> !opened().contains(pipe.toRealPath()));
        until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("garnitura-headset")));
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void aHeadsetThatTakesNoReportDoesNotHoldUpTheClose(@TempDir Path folder) throws Exception {
        Path headset = Files.createDirectories(folder.resolve("class/hidraw1/device"));
        Files.write(headset.resolve("report_descriptor"), HexFormat.of().parseHex("050B0905A1018508" + "15002501" + "0920"
                + "75019501" + "8102" + "9507" + "8101" + "85090508" + "0917" + "9501" + "9102" + "9507" + "9101" + "C0"));
        Path pipe = Files.createDirectories(folder.resolve("dev")).resolve("hidraw1");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CountDownLatch pressed = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        HidrawButtons buttons = new HidrawButtons(folder.resolve("class"), folder.resolve("dev"));
        buttons.begin(button -> {
            pressed.countDown();
            await(released);
        });
        try (var out = Files.newOutputStream(pipe)) {
            out.write(new byte[] {8, 1});
            out.flush();
            assertThat(await(pressed)).isTrue();
            fill(pipe);
            Thread closing = Thread.ofPlatform().daemon().start(buttons::close);
            assertThat(closing.join(Duration.ofSeconds(10))).as("closed").isTrue();
        } finally {
            released.countDown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Until nothing goes in any more.
    private static void fill(Path pipe) throws Exception {
        assertThat(new ProcessBuilder("dd", "if=/dev/zero", "of=" + pipe, "bs=1", "count=200000", "oflag=nonblock", "status=none")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor()).as("full").isNotZero();
    }

    @Test
    void aComputerWithoutHeadsetsIsQuiet(@TempDir Path folder) {
        try (HidrawButtons buttons = new HidrawButtons(folder.resolve("absent"), folder)) {
            buttons.begin(button -> { });
            buttons.show(new HeadsetLamps(true, false, false));
        }
    }
}
