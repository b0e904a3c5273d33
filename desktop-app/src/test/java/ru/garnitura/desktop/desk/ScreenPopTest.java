package ru.garnitura.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.CallFacts;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.ScriptedSignaling;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.Softphone;

/// The screen pop on the real softphone, with the wire played by hand.
class ScreenPopTest {

    private static final String NUMBER = "+79275550134";

    private final List<String> told = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling wire = new ScriptedSignaling();
    private final Softphone softphone = new Softphone(timers.lane(), () -> wire, new ScriptedMedia());
    private final ScreenPop pop = new ScreenPop(new Sessions(), new Outcome());

    @BeforeEach
    void register() {
        softphone.subscribe(pop::happened);
        softphone.register(SipAccount.of("sip:101@test.invalid", () -> new char[0], ""));
    }

    @Test
    void theSessionOpensAtTheFirstRing() {
        wire.call(NUMBER);

        assertThat(told).containsExactly("open " + NUMBER);
    }

    @Test
    void aTalkIsWrappedUpWithItsTimes() {
        CallId call = wire.call(NUMBER);
        timers.pass(Duration.ofSeconds(4));
        softphone.answer(call);
        timers.pass(Duration.ofSeconds(60));
        softphone.hold(call);
        wire.remote().modified(call, ScriptedMedia.remote());
        timers.pass(Duration.ofSeconds(25));
        softphone.resume(call);
        wire.remote().modified(call, ScriptedMedia.remote());
        timers.pass(Duration.ofSeconds(10));
        wire.remote().ended(call, new CallEndCause.EndedByPeer());

        String session = "call-call-" + NUMBER;
        assertThat(told).containsExactly("open " + NUMBER, "answered " + session, "talked notes", "ended " + session);
        Contact contact = contacts.getFirst();
        assertThat(contact.end()).isEqualTo("customer");
        assertThat(contact.customer()).isEqualTo("c-104");
        assertThat(contact.course().waited()).isEqualTo(Duration.ofSeconds(4));
        assertThat(contact.course().held()).isEqualTo(Duration.ofSeconds(25));
        assertThat(Duration.between(contact.course().answered(), contact.course().ended())).isEqualTo(Duration.ofSeconds(95));
    }

    @Test
    void aCallThatNobodyAnsweredIsMissedAndNotWrappedUp() {
        CallId call = wire.call(NUMBER);
        wire.remote().ended(call, new CallEndCause.Missed());

        assertThat(told).contains("missed " + NUMBER).noneMatch(word -> word.startsWith("talked"));
    }

    @Test
    void aCallAnsweredElsewhereIsNotMissed() {
        CallId call = wire.call(NUMBER);
        wire.remote().ended(call, new CallEndCause.AnsweredElsewhere());

        assertThat(told).noneMatch(word -> word.startsWith("missed"));
    }

    private final class Sessions implements ScreenPop.Sessions {

        @Override
        public void open(CallFacts facts) {
            told.add("open " + facts.number());
        }

        @Override
        public void answered(SessionId session) {
            told.add("answered " + session);
        }

        @Override
        public void ended(SessionId session) {
            told.add("ended " + session);
        }

        @Override
        public String customerOf(SessionId session) {
            return "c-104";
        }

        @Override
        public String notesOf(SessionId session) {
            return "notes";
        }
    }

    private final class Outcome implements ScreenPop.Outcome {

        @Override
        public void talked(Contact contact, String notes) {
            contacts.add(contact);
            told.add("talked " + notes);
        }

        @Override
        public void missed(RemoteParty caller) {
            told.add("missed " + caller.number());
        }
    }
}
