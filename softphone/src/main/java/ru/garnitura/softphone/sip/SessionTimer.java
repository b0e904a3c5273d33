package ru.garnitura.softphone.sip;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sip.message.Message;

import org.jspecify.annotations.Nullable;

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
    private @Nullable Agreement agreed;
    private int floor;

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
        agreed = agreement;
        Duration interval = Duration.ofSeconds(agreement.seconds());
        Duration third = interval.dividedBy(3);
        next = agreement.ours() ? timers.after(interval.dividedBy(2), refresh)
                : timers.after(interval.minus(third.compareTo(GRACE) < 0 ? third : GRACE), expired);
    }

    void stop() {
        next.cancel();
    }

    /// A refresh came to nothing, or could not leave: it is tried again.
    void again(Duration wait) {
        next.cancel();
        next = timers.after(wait, refresh);
    }

    /// What a 2xx to a re-INVITE of ours settled. Without an interval the session does not expire (section 7.2).
    void settle(Message ok) {
        settledBy(ok).ifPresentOrElse(this::restart, () -> {
            next.cancel();
            agreed = null;
        });
    }

    /// From now on no shorter interval is proposed (section 7.3).
    void atLeast(int seconds) {
        floor = Math.max(floor, seconds);
    }

    /// Learns from a 422 what the way to the remote side demands; false where that asks for nothing new.
    boolean raisedBy(Message refusal, int usual) {
        int least = secondsIn(refusal, "Min-SE").orElse(0);
        int asked = proposed(usual);
        atLeast(least);
        return asked > 0 && least > asked;
    }

    private int proposed(int usual) {
        int base = agreed == null ? usual : agreed.seconds();
        return base == 0 ? 0 : Math.max(base, floor);
    }

    /// Writes into a re-INVITE what was agreed on before, or else what the account usually asks for; whoever refreshes goes
    /// on to (section 7.4).
    RequestDraft propose(RequestDraft draft, int usual) {
        int seconds = proposed(usual);
        if (seconds > 0) {
            draft.header("Session-Expires", seconds + ";refresher=" + (agreed == null || agreed.ours() ? "uac" : "uas"));
        }
        return seconds > 0 && floor > 0 ? draft.header("Min-SE", floor) : draft;
    }

    /// Whether the remote side knows of session timers and asks for less than we bear. Where a proxy asks on behalf of one
    /// who knows nothing of them, a 422 would help nobody (section 9).
    static boolean tooBrief(Message request) {
        return able(request) && secondsIn(request, "Session-Expires").filter(wanted -> wanted < LEAST_SECONDS).isPresent();
    }

    private static boolean able(Message request) {
        return Wording.values(request, "Supported").stream().anyMatch("timer"::equalsIgnoreCase);
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

    /// What we answer a request with: the caller refreshes where he can, unless he wants us to. Never more than he asks
    /// for; what is too brief counts as not asked for.
    static Optional<Agreement> wantedBy(Message request) {
        return secondsIn(request, "Session-Expires").filter(seconds -> seconds >= LEAST_SECONDS)
                .map(seconds -> new Agreement(seconds, !able(request) || refresher(request).equals("uas")));
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
