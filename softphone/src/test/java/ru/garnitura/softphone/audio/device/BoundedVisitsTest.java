package ru.garnitura.softphone.audio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A sound library that hangs holds up nothing but a thread of its own.
class BoundedVisitsTest {

    private final FakeLibrary library = new FakeLibrary();
    private final BoundedVisits visits = new BoundedVisits(Duration.ofMillis(200));

    @AfterEach
    void release() {
        library.released.countDown();
    }

    @Test
    void aHangingLibraryIsGivenUpAtTheDeadline() {
        library.hanging = true;
        long begin = System.nanoTime();
        assertThat(visits.visit("list", () -> Optional.of(library.list()))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(3));
    }

    @Test
    void whileItHangsNobodyElseIsSentThere() {
        library.hanging = true;
        assertThat(visits.visit("list", () -> Optional.of(library.list()))).isEmpty();
        long begin = System.nanoTime();
        assertThat(visits.visit("list again", () -> Optional.of(library.list()))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(150));
        assertThat(library.deeds).containsExactly("list");
    }

    @Test
    void aMicrophoneThatOpensTooLateIsClosedAgain() {
        library.hanging = true;
        assertThat(visits.visit("open", () -> library.openMicrophone("Jabra"))).isEmpty();
        library.released.countDown();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (library.deeds.size() < 2 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(library.deeds).containsExactly("open Jabra", "close Jabra");
    }

    @Test
    void whatEndsSomethingIsDoneInItsOrderOnceTheLibraryAnswers() {
        Microphone microphone = visits.visit("open", () -> library.openMicrophone("Jabra")).orElseThrow();
        library.hanging = true;
        assertThat(visits.visit("list", () -> Optional.of(library.list()))).isEmpty();
        visits.end("close", microphone::close);
        visits.end("fail", () -> {
            throw new Error("no sound server");
        });
        visits.end("stop", () -> library.deeds.add("stop"));
        assertThat(library.deeds).containsExactly("open Jabra", "list");
        library.released.countDown();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (library.deeds.size() < 4 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(library.deeds).containsExactly("open Jabra", "list", "close Jabra", "stop");
    }

    @Test
    void aBareErrorOfTheLibraryIsAnEmptyAnswer() {
        assertThat(visits.visit("fail", () -> {
            throw new Error("no sound server");
        })).isEmpty();
        assertThat(visits.visit("list", () -> Optional.of(library.list()))).isPresent();
    }
}
