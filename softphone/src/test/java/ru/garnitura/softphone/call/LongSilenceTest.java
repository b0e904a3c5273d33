package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/// Nothing is heard of the remote side: said at once, borne as long as the account says (FAULTS 10).
class LongSilenceTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, media);
    private final List<SoftphoneEvent> events = new ArrayList<>();

    private CallId talking(Duration borne) {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF), plain.permissions(),
                new SipAccount.Patience(borne)));
        softphone.subscribe(events::add);
        CallId id = signaling.call("+79275550134");
        softphone.answer(id);
        return id;
    }

    private MediaListener remote() {
        return media.sessions().getFirst().remote();
    }

    @Test
    void silenceIsBorneAsLongAsTheAccountSaysAndNoLonger() {
        CallId id = talking(Duration.ofSeconds(10));
        remote().silentFor(9_000);
        assertThat(softphone.snapshot().calls()).hasSize(1);
        assertThat(events).contains(new SoftphoneEvent.RemoteSilent(id, 9_000));

        remote().silentFor(10_000);

        assertThat(softphone.snapshot().calls()).isEmpty();
        assertThat(signaling.last()).isEqualTo("end");
        assertThat(events).last().isInstanceOfSatisfying(SoftphoneEvent.CallChanged.class,
                changed -> assertThat(changed.call().end()).isEqualTo(new CallEndCause.WentSilent()));
    }

    @Test
    void usuallyNobodyIsHungUpOnForSilence() {
        talking(Duration.ZERO);
        remote().silentFor(600_000);

        assertThat(softphone.snapshot().calls()).hasSize(1);
    }

    @Test
    void soundThatComesBackHasALostRegistrarAskedAtOnce() {
        talking(Duration.ZERO);
        remote().silentFor(0);
        assertThat(signaling.last()).isNotEqualTo("renew");
        signaling.remote().registrationChanged(new RegistrationSnapshot(RegistrationState.FAILED,
                new RegistrationCause.NoAnswer(), Instant.EPOCH, null));

        remote().silentFor(0);

        assertThat(signaling.last()).isEqualTo("renew");
    }

    @Test
    void anotherAddressIsToldToEveryCallThatStands() {
        talking(Duration.ZERO);
        CallId ringing = signaling.call("+79275550135");
        signaling.remote().addressChanged(java.net.InetAddress.ofLiteral("10.1.2.3"));

        assertThat(media.sessions().getFirst().verbs()).endsWith("relocate 10.1.2.3", "offer SENDRECV");
        assertThat(media.sessions().getLast().verbs()).noneMatch(verb -> verb.startsWith("relocate"));
        assertThat(signaling.last()).startsWith("modify v=0");
        assertThat(softphone.snapshot().calls().getLast().id()).isEqualTo(ringing);
    }
}
