package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.SipLine;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.softphone.call.SipAccount;

class AccountsTest {

    private static Configuration.Sip bare(@Nullable Integer sessionTimerSeconds) {
        return new Configuration.Sip("sip:101@pbx.example", null, null, null, null, null, null, null, null, null, sessionTimerSeconds, null, null);
    }

    @Test
    void sessionTimersAreAskedForUnlessTurnedOff() {
        assertThat(Accounts.of(bare(null)).policy().sessionTimerSeconds()).isEqualTo(1_800);
        assertThat(Accounts.of(bare(0)).policy().sessionTimerSeconds()).isZero();
        assertThat(Accounts.of(bare(600)).policy().sessionTimerSeconds()).isEqualTo(600);
    }

    private static SipAccount served(String referrals) {
        SipLine line = new SipLine("sip:101@pbx.example", new SipLine.Login("101", "secret"),
                new SipLine.Route("sip:pbx.example", "udp", "", 300), "off", List.of("pcma"),
                new SipLine.Manners(true, Set.of(), referrals, Duration.ZERO));
        return Accounts.of(line, "Anna", List.of(new Choices.Colleague("Ivan", "103")));
    }

    @Test
    void sessionTimersAreAskedForOnAServedLine() {
        assertThat(served("ask").policy().sessionTimerSeconds()).isEqualTo(1_800);
    }

    @Test
    void aServedLineKnowsItsColleaguesAndWhatBecomesOfReferrals() {
        assertThat(served("ask").permissions().colleagues()).containsExactly("103");
        assertThat(served("refuse").permissions().referrals()).isEqualTo(SipAccount.Referrals.REFUSED);
        assertThat(served("follow").permissions().referrals()).isEqualTo(SipAccount.Referrals.FOLLOWED);
        assertThat(served("a later word").permissions().referrals()).isEqualTo(SipAccount.Referrals.ASKED);
        assertThat(Accounts.of(bare(null)).permissions().referrals()).isEqualTo(SipAccount.Referrals.ASKED);
    }
}
