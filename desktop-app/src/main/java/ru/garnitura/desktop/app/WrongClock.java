package ru.garnitura.desktop.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.notice.Notice;

/// A machine's clock that is far from the back office's. What the desk shows follows the back office; people are told,
/// since the clock in the corner of their screen says otherwise.
///
/// @param desk as the back office tells the time, the machine's own while it has not spoken
record WrongClock(InstantSource machine, InstantSource desk) {

    static final Duration TOLERATED = Duration.ofMinutes(5);

    /// Empty while both agree.
    Optional<Notice> notice(Words words) {
        Duration ahead = Duration.between(desk.instant(), machine.instant());
        if (ahead.abs().compareTo(TOLERATED) <= 0) {
            return Optional.empty();
        }
        String minutes = Long.toString(ahead.abs().toMinutes());
        return Optional.of(Notice.warning("clock",
                words.text(ahead.isNegative() ? "notice.clock.behind" : "notice.clock.ahead", minutes)));
    }
}
