package ru.garnitura.softphone.sip;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sip.message.Message;

import ru.garnitura.softphone.call.Timers;

/// Keeps an established session alive, or notices that it is dead (RFC 4028). Signaling lane.
final class SessionTimer {

    /// The shortest interval the RFC allows, and ours.
    static final int LEAST_SECONDS = 90;
    private static final Duration GRACE = Duration.ofSeconds(32);
    private static final Pattern INTERVAL = Pattern.compile("\\s*(\\d{1,9})\\s*(?:;.*)?", Pattern.DOTALL);
    private static final Pattern REFRESHER = Pattern.compile("(?i).*;\\s*refresher\\s*=\\s*(ua[cs])\\b.*", Pattern.DOTALL);

    private final Timers timers;
    private final Runnable refresh;
    private final Runnable expired;
    private Timers.Timer next = Timers.Timer.NONE;

    /// What both sides agreed on.
    ///
    /// @param ours this side refreshes
    record Agreement(int seconds, boolean ours) {
    }

    SessionTimer(Timers timers, Runnable refresh, Runnable expired) {
        this.timers = timers;
        this.refresh = refresh;
        this.expired = expired;
    }

    /// Begins a new interval.
    void restart(Agreement agreement) {
        next.cancel();
        Duration interval = Duration.ofSeconds(agreement.seconds());
        Duration third = interval.dividedBy(3);
        next = agreement.ours() ? timers.after(interval.dividedBy(2), refresh)
                : timers.after(interval.minus(third.compareTo(GRACE) < 0 ? third : GRACE), expired);
    }

    void stop() {
        next.cancel();
    }

    /// The interval a message names; empty where it names none that counts.
    static Optional<Integer> secondsIn(Message message, String header) {
        Matcher interval = INTERVAL.matcher(Wording.value(message, header));
        return interval.matches() ? Optional.of(Integer.parseInt(interval.group(1))) : Optional.empty();
    }

    /// What a 2xx to a request of ours settled.
    static Optional<Agreement> settledBy(Message ok) {
        return secondsIn(ok, "Session-Expires")
                .map(seconds -> new Agreement(Math.max(seconds, LEAST_SECONDS), !refresher(ok).equals("uas")));
    }

    /// What we answer a request with: the caller refreshes where he can, unless he wants us to.
    static Optional<Agreement> wantedBy(Message request) {
        boolean able = Wording.values(request, "Supported").stream().anyMatch("timer"::equalsIgnoreCase);
        return secondsIn(request, "Session-Expires")
                .map(seconds -> new Agreement(Math.max(seconds, LEAST_SECONDS), !able || refresher(request).equals("uas")));
    }

    private static String refresher(Message message) {
        Matcher refresher = REFRESHER.matcher(Wording.value(message, "Session-Expires"));
        return refresher.matches() ? refresher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /// The header of our 2xx.
    static String value(Agreement agreement) {
        return agreement.seconds() + ";refresher=" + (agreement.ours() ? "uas" : "uac");
    }
}
