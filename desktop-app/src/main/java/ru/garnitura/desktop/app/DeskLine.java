package ru.garnitura.desktop.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.softphone.call.RecordingRules;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.Softphone;

/// The line this desk telephones on, and whether its calls are recorded: the configuration's own account, else the first
/// one the back office gives, followed where that changes. Another line ends every call on the former one, so it waits
/// until none is there. Told on the FX lane; which line is in use and which is due is known on the signaling lane alone.
final class DeskLine implements AutoCloseable {

    private final Launch launch;
    private final Seat seat;
    private final Softphone softphone;
    private final Executor signaling;
    private final Executor fx;
    private final Softphone.Subscription hearing;
    private @Nullable SipAccount inUse;
    private @Nullable SipAccount due;
    private boolean closed;

    DeskLine(Launch launch, Seat seat, Softphone softphone, Executor signaling, Executor fx) {
        this.launch = launch;
        this.seat = seat;
        this.softphone = softphone;
        this.signaling = signaling;
        this.fx = fx;
        hearing = softphone.subscribe(_ -> changeBetweenCalls());
    }

    /// @param listening told on the FX lane where SIP is heard, as soon as that is settled; empty where nowhere
    /// @return false where nobody gave this desk an account; nothing is told then
    boolean register(Consumer<String> listening) {
        recordAs(seat.policy());
        Optional<SipAccount> account = account();
        account.ifPresent(found -> signaling.execute(() -> {
            take(found);
            signaling.execute(() -> tell(listening));
        }));
        return account.isPresent();
    }

    private void tell(Consumer<String> listening) {
        String place = softphone.snapshot().listening();
        fx.execute(() -> listening.accept(place));
    }

    /// The back office has changed its mind. Of several changes during a call the newest counts; what a desk that is closed
    /// meanwhile did not get to is in the policy it keeps for its next start.
    void follow(DeskPolicy now) {
        recordAs(now);
        if (launch.sip() == null) {
            first(now).ifPresent(line -> signaling.execute(() -> {
                due = line;
                changeBetweenCalls();
            }));
        }
    }

    private void changeBetweenCalls() {
        SipAccount next = due;
        if (next != null && softphone.snapshot().calls().isEmpty()) {
            take(next);
        }
    }

    private void take(SipAccount next) {
        due = null;
        if (!closed && !next.equals(inUse)) {
            inUse = next;
            softphone.register(next);
        }
    }

    private void recordAs(DeskPolicy policy) {
        var when = switch (policy.conduct().recording()) {
            case OFF -> RecordingRules.When.NEVER;
            case ON_DEMAND -> RecordingRules.When.ON_DEMAND;
            case ALWAYS -> RecordingRules.When.ALWAYS;
        };
        softphone.setRecordingRules(seat.served() ? new RecordingRules(when, seat.link().recordings()) : RecordingRules.NEVER);
    }

    private Optional<SipAccount> account() {
        Configuration.Sip own = launch.sip();
        return own != null ? Optional.of(Accounts.of(own)) : first(seat.policy());
    }

    private Optional<SipAccount> first(DeskPolicy policy) {
        return policy.lines().stream().findFirst().map(line -> Accounts.of(line, seat.operator(), policy.choices().colleagues()));
    }

    /// The line in use is the last one: no call of a desk that says goodbye makes room for another.
    @Override
    public void close() {
        hearing.close();
        signaling.execute(() -> closed = true);
    }
}
