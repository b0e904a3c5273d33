package ru.garnitura.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.settings.SoundMemory.Pair;

class SoundMemoryTest {

    private static final Pair JABRA = new Pair("Jabra", "Jabra");

    @Test
    void devicesThatWereCheckedStayCheckedAtTheNextStartAndOthersDoNot(@TempDir Path folder) {
        WindowMemory memory = WindowMemory.read(folder, Runnable::run);
        SoundMemory sound = new SoundMemory(memory);
        assertThat(sound.isChecked(JABRA)).isFalse();
        sound.checked(JABRA);
        memory.save();
        SoundMemory again = new SoundMemory(WindowMemory.read(folder, Runnable::run));
        assertThat(again.isChecked(JABRA)).isTrue();
        assertThat(again.isChecked(new Pair("Jabra", "Desk"))).as("another headset").isFalse();
        assertThat(again.isChecked(new Pair("Desk", "Jabra"))).as("another microphone").isFalse();
    }

    @Test
    void twentySetsAreRememberedTheLatestOnes(@TempDir Path folder) {
        SoundMemory sound = new SoundMemory(WindowMemory.read(folder, Runnable::run));
        for (int i = 0; i < 25; i++) {
            sound.checked(new Pair("Microphone " + i, ""));
        }
        assertThat(sound.isChecked(new Pair("Microphone 24", ""))).isTrue();
        assertThat(sound.isChecked(new Pair("Microphone 5", ""))).isTrue();
        assertThat(sound.isChecked(new Pair("Microphone 4", ""))).isFalse();
    }
}
