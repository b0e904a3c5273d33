package ru.garnitura.softphone.audio.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.BoundedVisits;
import ru.garnitura.softphone.audio.device.FakeCatalog;
import ru.garnitura.softphone.audio.device.FakeLibrary;

class LibraryCatalogTest {

    /// Time for some twenty looks.
    private static final long LOOKS = 400;

    private final FakeLibrary library = new FakeLibrary();
    private final BlockingQueue<DeviceList> told = new LinkedBlockingQueue<>();
    private final LibraryCatalog catalog = new LibraryCatalog(library, new BoundedVisits(Duration.ofMillis(300)),
            Duration.ofMillis(20));

    @AfterEach
    void end() {
        catalog.close();
        library.released.countDown();
    }

    @Test
    void changesAreToldOnce() throws InterruptedException {
        DeviceList one = FakeCatalog.list(List.of("Jabra"), List.of("Jabra"));
        library.there = one;
        catalog.begin(told::add);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(one);
        library.there = DeviceList.NONE;
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(DeviceList.NONE);
        assertThat(told.poll(LOOKS, TimeUnit.MILLISECONDS)).as("told again at a later look").isNull();
        assertThat(library.deeds).hasSizeGreaterThan(4);
    }

    @Test
    void aLibraryThatHangsIsAnEmptyListAndIsNotAskedAgain() throws InterruptedException {
        library.hanging = true;
        catalog.begin(told::add);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(DeviceList.NONE);
        assertThat(told.poll(LOOKS, TimeUnit.MILLISECONDS)).isNull();
        assertThat(library.deeds).as("after many more looks").containsExactly("list");
        library.hanging = false;
        library.there = FakeCatalog.list(List.of("Jabra"), List.of("Jabra"));
        library.released.countDown();
        assertThat(told.poll(10, TimeUnit.SECONDS)).as("it answers again").isEqualTo(library.there);
    }
}
