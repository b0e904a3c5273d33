package ru.garnitura.backoffice.kb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One publication or withdrawal.
///
/// @param editor id of who did it; null for what no person did, such as filling an empty base
/// @param askAgain acknowledgements given so far no longer count
public record Edit(@Nullable String editor, Instant at, boolean askAgain) {

    public static Edit of(@Nullable String editor, Instant at) {
        return new Edit(editor, at, false);
    }
}
