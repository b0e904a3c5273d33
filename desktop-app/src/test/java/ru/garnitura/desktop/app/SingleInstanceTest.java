package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.desk.CallLink;

class SingleInstanceTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondStartWakesTheFirst() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        try (SingleInstance first = SingleInstance.claim(folder, link -> woken.incrementAndGet()).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SingleInstance.wakeOther(folder, "")).isTrue();
            until("the first heard it", () -> woken.get() == 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance.door"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderThatNobodyHasWakesNobody() throws Exception {
        assertThat(SingleInstance.wakeOther(folder, "")).isFalse();
        SingleInstance.claim(folder, link -> { }).orElseThrow().close();
        assertThat(SingleInstance.wakeOther(folder, "")).isFalse();
        SingleInstance.claim(folder, link -> { }).orElseThrow().close();
    }

    @Test
    void aSecondStartHandsItsLinkOver() throws Exception {
        AtomicReference<String> handed = new AtomicReference<>("");
        try (SingleInstance first = SingleInstance.claim(folder, handed::set).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SingleInstance.wakeOther(folder, "tel:8%20927%20555-01-34")).isTrue();
            until("the first has the link", () -> "tel:8%20927%20555-01-34".equals(handed.get()));
            assertThat(SingleInstance.wakeOther(folder, "tel:" + "1".repeat(100_000))).isTrue();
            until("the first has a bounded link", () -> String.valueOf(handed.get()).startsWith("tel:11"));
            assertThat(handed.get()).hasSizeLessThan(1_025);
            assertThat(SingleInstance.wakeOther(folder, "tel:112;" + "x".repeat(1_000))).isTrue();
            until("the first has the next link", () -> String.valueOf(handed.get()).startsWith("tel:112;"));
            assertThat(CallLink.parse(String.valueOf(handed.get()))).isEqualTo(new CallLink.Refused(CallLink.Reason.NO_NUMBER));
            assertThat(SingleInstance.wakeOther(folder, "tel:112\r\n")).isTrue();
            until("the first has the link without its line break", () -> "tel:112 ".equals(handed.get()));
        }
    }

    @Test
    void whoDoesNotKnowTheWordIsNotHeard() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        try (SingleInstance first = SingleInstance.claim(folder, link -> woken.incrementAndGet()).orElseThrow()) {
            assertThat(first).isNotNull();
            int port = Integer.parseInt(Files.readString(folder.resolve("instance.door")).split(" ", 2)[0]);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(("0".repeat(32) + "\ntel:1\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isNegative();
            }
            assertThat(SingleInstance.wakeOther(folder, "")).isTrue();
            until("the right word is heard", () -> woken.get() == 1);
        }
    }
}
