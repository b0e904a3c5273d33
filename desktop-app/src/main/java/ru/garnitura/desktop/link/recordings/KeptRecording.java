package ru.garnitura.desktop.link.recordings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A sealed file that waits for the back office. Its name says all that is told about it, so that no second file can be
/// lost: when it began, of which interaction, and under which key it is told.
///
/// @param key of the action
record KeptRecording(Path file, Instant started, String interaction, String key) {

    static final String SEALED = ".sealed";
    private static final Pattern NAME = Pattern.compile("(\\d{1,15})_([\\w.-]{1,60})_([0-9a-f-]{36})\\" + SEALED);

    static String name(Instant started, String interaction, String key) {
        return started.toEpochMilli() + "_" + interaction + "_" + key + SEALED;
    }

    /// Empty where it is another file.
    static Optional<KeptRecording> of(Path file) {
        var matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(new KeptRecording(file,
                Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2), matcher.group(3))) : Optional.empty();
    }
}
