package ru.garnitura.softphone.audio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.SoundPreferences;

class DeviceRingerTest {

    private final FakeLibrary library = new FakeLibrary();

    @Test
    void aStepThatFailsDoesNotSilenceTheNextCall() {
        AtomicBoolean broken = new AtomicBoolean(true);
        DeviceList plugged = new DeviceList(List.of(), List.of("Desk"), new DeviceList.Defaults("", "Desk"));
        DeviceRinger ringer = new DeviceRinger(library, frame -> { }, () -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("planted");
            }
            return new DeskState(plugged, SoundPreferences.USUAL);
        }, Runnable::run);
        ringer.ring();
        ringer.silence();
        ringer.ring();
        assertThat(library.deeds).containsExactly("open Desk", "start Desk");
    }
}
