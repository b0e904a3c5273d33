package ru.garnitura.softphone.audio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The devices that are there, by the names the platform gives them, and which of them it prefers itself.
///
/// @param defaults what the system uses where nobody says otherwise; empty names where it does not tell
public record DeviceList(List<String> microphones, List<String> speakers, Defaults defaults) {

    public static final DeviceList NONE = new DeviceList(List.of(), List.of(), Defaults.UNKNOWN);

    /// @param microphone may be empty
    /// @param speaker    may be empty
    public record Defaults(String microphone, String speaker) {

        public static final Defaults UNKNOWN = new Defaults("", "");
    }

    public DeviceList {
        microphones = List.copyOf(microphones);
        speakers = List.copyOf(speakers);
    }

    /// Present microphones, the one to use first: as preferred, then the system's default, then the others.
    public List<String> microphones(List<String> preferred) {
        return order(microphones, preferred, defaults.microphone());
    }

    /// Present speakers, the one to use first.
    public List<String> speakers(List<String> preferred) {
        return order(speakers, preferred, defaults.speaker());
    }

    private static List<String> order(List<String> present, List<String> preferred, String byDefault) {
        Set<String> ordered = new LinkedHashSet<>(preferred);
        ordered.add(byDefault);
        ordered.addAll(present);
        ordered.retainAll(Set.copyOf(present));
        return List.copyOf(ordered);
    }
}
