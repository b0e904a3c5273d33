package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A sleep is told from time that merely passes, and ends with a registration.
class WakeWatchTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, new ScriptedMedia());

    @BeforeEach
    void register() {
        softphone.register(SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example"));
    }

    private long renewals() {
        return signaling.verbs().stream().filter("renew"::equals).count();
    }

    @Test
    void timeThatPassesIsNoSleep() {
        timers.pass(Duration.ofHours(1));

        assertThat(renewals()).isZero();
    }

    @Test
    void aSleepIsNoticedWithinASecondAndOnce() {
        timers.sleep(Duration.ofMinutes(20));
        timers.pass(Duration.ofSeconds(1));
        assertThat(renewals()).isOne();

        timers.pass(Duration.ofMinutes(1));
        assertThat(renewals()).isOne();
    }

    @Test
    void aProcessThatStoodStillAsksTheRegistrarToo() {
        timers.standStill(Duration.ofSeconds(30));
        timers.pass(Duration.ofSeconds(1));
        assertThat(renewals()).isOne();

        timers.pass(Duration.ofMinutes(1));
        assertThat(renewals()).isOne();
    }

    @Test
    void aCallKeepsItsConnectionUnlessTheRegistrarDoesNotAnswerOverIt() {
        registration(RegistrationState.REGISTERED);
        softphone.answer(signaling.call("+79275550134"));
        timers.standStill(Duration.ofSeconds(30));
        timers.pass(Duration.ofSeconds(1));
        assertThat(signaling.last()).isEqualTo("refresh");
        assertThat(renewals()).isZero();

        registration(RegistrationState.FAILED);
        registration(RegistrationState.FAILED);
        assertThat(renewals()).isOne();
    }

    private void registration(RegistrationState state) {
        signaling.remote().registrationChanged(new RegistrationSnapshot(state, new RegistrationCause.None(), Instant.EPOCH, null));
    }

    @Test
    void aClockSetBackIsNoSleep() {
        timers.sleep(Duration.ofHours(-1));
        timers.pass(Duration.ofSeconds(5));

        assertThat(renewals()).isZero();
    }

    @Test
    void nobodyIsWatchedAfterSigningOut() {
        softphone.unregister();
        timers.sleep(Duration.ofMinutes(20));
        timers.pass(Duration.ofSeconds(5));

        assertThat(renewals()).isZero();
    }
}
