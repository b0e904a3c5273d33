package ru.garnitura.desktop.link.policy;

/// Whether this desk records calls.
public enum RecordingPolicy {
    OFF, ON_DEMAND, ALWAYS;

    /// Anything that is not known records nothing.
    static RecordingPolicy of(String wire) {
        return switch (wire) {
            case "onDemand" -> ON_DEMAND;
            case "always" -> ALWAYS;
            default -> OFF;
        };
    }
}
