package ru.garnitura.desktop.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.VoiceProcessing;

/// What the operator set for sound, kept between starts, and which devices he checked. FX lane.
public final class SoundMemory {

    private static final String MICROPHONES = "sound.microphones";
    private static final String HEADSETS = "sound.headsets";
    private static final String RINGERS = "sound.ringers";
    private static final String GAIN = "sound.gain.";
    private static final String PROCESSING = "sound.processing.";
    private static final String CHECKED = "sound.checked.devices";
    private static final char BETWEEN = '\t';
    private static final int MOST_CHECKED = 20;

    private final WindowMemory memory;

    public SoundMemory(WindowMemory memory) {
        this.memory = memory;
    }

    public SoundPreferences read() {
        return new SoundPreferences(names(MICROPHONES), names(HEADSETS), names(RINGERS),
                new SoundPreferences.Gains(memory.number(GAIN + "microphone", 0), memory.number(GAIN + "headset", 0),
                        memory.number(GAIN + "ringer", 0)),
                new VoiceProcessing(isOn("echo"), isOn("noise"), isOn("level")));
    }

    public void write(SoundPreferences preferences) {
        memory.put(MICROPHONES, String.join("\n", preferences.microphones()));
        memory.put(HEADSETS, String.join("\n", preferences.headsets()));
        memory.put(RINGERS, String.join("\n", preferences.ringers()));
        memory.put(GAIN + "microphone", preferences.gains().microphone());
        memory.put(GAIN + "headset", preferences.gains().headset());
        memory.put(GAIN + "ringer", preferences.gains().ringer());
        memory.put(PROCESSING + "echo", Boolean.toString(preferences.processing().echo()));
        memory.put(PROCESSING + "noise", Boolean.toString(preferences.processing().noise()));
        memory.put(PROCESSING + "level", Boolean.toString(preferences.processing().level()));
    }

    /// What was checked together.
    ///
    /// @param headset empty where there was none
    public record Pair(String microphone, String headset) {

        private String kept() {
            return microphone + BETWEEN + headset;
        }
    }

    /// Whether these devices were checked, ever.
    public boolean isChecked(Pair pair) {
        return names(CHECKED).contains(pair.kept());
    }

    public void checked(Pair pair) {
        Set<String> known = new LinkedHashSet<>(List.of(pair.kept()));
        known.addAll(names(CHECKED));
        memory.put(CHECKED, String.join("\n", new ArrayList<>(known).subList(0, Math.min(known.size(), MOST_CHECKED))));
    }

    private boolean isOn(String part) {
        return !memory.find(PROCESSING + part).filter("false"::equals).isPresent();
    }

    private List<String> names(String key) {
        return memory.find(key).map(text -> text.lines().filter(name -> !name.isBlank()).toList()).orElse(List.of());
    }
}
