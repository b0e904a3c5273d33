package ru.garnitura.desktop.app;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.SipLine;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.softphone.call.RecordingRules;
import ru.garnitura.softphone.call.SipAccount;

/// The line this desk telephones on, and whether its calls are recorded: the configuration's own account, else the first
/// one the back office gives, followed where that changes. FX lane.
final class DeskLine {

    private final Launch launch;
    private final Seat seat;
    private final Phone phone;
    private @Nullable SipLine given;

    DeskLine(Launch launch, Seat seat, Phone phone) {
        this.launch = launch;
        this.seat = seat;
        this.phone = phone;
    }

    /// @param listening told where SIP is heard, as soon as that is settled; empty where nowhere
    /// @return false where nobody gave this desk an account; nothing is told then
    boolean register(Consumer<String> listening) {
        recordAs(seat.policy());
        Optional<SipAccount> account = account();
        account.ifPresent(found -> phone.register(found, listening));
        return account.isPresent();
    }

    /// The back office has changed its mind.
    void follow(DeskPolicy now) {
        recordAs(now);
        if (launch.sip() == null) {
            now.lines().stream().findFirst().filter(line -> !line.equals(given))
                    .ifPresent(line -> phone.register(accountOf(line), listening -> { }));
        }
    }

    private void recordAs(DeskPolicy policy) {
        var when = switch (policy.conduct().recording()) {
            case OFF -> RecordingRules.When.NEVER;
            case ON_DEMAND -> RecordingRules.When.ON_DEMAND;
            case ALWAYS -> RecordingRules.When.ALWAYS;
        };
        phone.softphone().setRecordingRules(seat.served() ? new RecordingRules(when, seat.link().recordings()) : RecordingRules.NEVER);
    }

    private Optional<SipAccount> account() {
        Configuration.Sip own = launch.sip();
        return own != null ? Optional.of(Accounts.of(own)) : seat.policy().lines().stream().findFirst().map(this::accountOf);
    }

    private SipAccount accountOf(SipLine line) {
        given = line;
        return Accounts.of(line, seat.operator(), seat.policy().choices().colleagues());
    }
}
