package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondStartWakesTheFirst() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        try (SingleInstance first = SingleInstance.claim(folder, woken::incrementAndGet).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SingleInstance.wakeOther(folder)).isTrue();
            until("the first heard it", () -> woken.get() == 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance.door"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderThatNobodyHasWakesNobody() throws Exception {
        assertThat(SingleInstance.wakeOther(folder)).isFalse();
        SingleInstance.claim(folder, () -> { }).orElseThrow().close();
        assertThat(SingleInstance.wakeOther(folder)).isFalse();
        SingleInstance.claim(folder, () -> { }).orElseThrow().close();
    }
}
