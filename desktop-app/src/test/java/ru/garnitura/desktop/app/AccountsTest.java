package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.garnitura.desktop.link.policy.SipLine;
import ru.garnitura.desktop.settings.Configuration;

class AccountsTest {

    private static Configuration.Sip bare(@Nullable Integer sessionTimerSeconds) {
        return new Configuration.Sip("sip:101@pbx.example", null, null, null, null, null, null, null, null, null, sessionTimerSeconds, null);
    }

    @Test
    void sessionTimersAreAskedForUnlessTurnedOff() {
        assertThat(Accounts.of(bare(null)).policy().sessionTimerSeconds()).isEqualTo(1_800);
        assertThat(Accounts.of(bare(0)).policy().sessionTimerSeconds()).isZero();
        assertThat(Accounts.of(bare(600)).policy().sessionTimerSeconds()).isEqualTo(600);
    }

    @Test
    void sessionTimersAreAskedForOnAServedLine() {
        SipLine line = new SipLine("sip:101@pbx.example", new SipLine.Login("101", "secret"),
                new SipLine.Route("sip:pbx.example", "udp", "", 300), "off", List.of("pcma"),
                new SipLine.Manners(true, Set.of(), "ask", Duration.ZERO));

        assertThat(Accounts.of(line, "Anna").policy().sessionTimerSeconds()).isEqualTo(1_800);
    }
}
