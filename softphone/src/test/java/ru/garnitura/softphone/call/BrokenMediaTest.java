package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/// Media of one call breaks for good: that call ends in words, the others go on.
class BrokenMediaTest {

    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(timers.lane(), () -> signaling, media);
    private final List<SoftphoneEvent> events = new ArrayList<>();

    private void endsAlone(Consumer<MediaListener> broken) {
        SipAccount plain = SipAccount.of("sip:101@pbx.example", "secret"::toCharArray, "sip:pbx.example");
        softphone.register(new SipAccount(plain.identity(), plain.route(),
                new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF), plain.permissions(), plain.patience()));
        softphone.subscribe(events::add);
        softphone.answer(signaling.call("+79275550134"));
        CallId other = signaling.call("+79275550135");

        broken.accept(media.sessions().getFirst().remote());

        assertThat(softphone.snapshot().calls()).extracting(CallSnapshot::id).containsExactly(other);
        assertThat(signaling.last()).isEqualTo("end");
        assertThat(events).last().isInstanceOfSatisfying(SoftphoneEvent.CallChanged.class,
                changed -> assertThat(changed.call().end()).isEqualTo(new CallEndCause.NoCommonMedia()));
    }

    @Test
    void mediaThatFailEndTheirCallAlone() {
        endsAlone(MediaListener::mediaFailed);
    }

    @Test
    void soDoKeysThatDoNotComeAbout() {
        endsAlone(MediaListener::encryptionFailed);
    }
}
