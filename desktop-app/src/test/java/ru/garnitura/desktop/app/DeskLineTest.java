package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.SipLine;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.desktop.settings.LaunchOptions;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.ScriptedSignaling;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneLane;

/// When a line that the back office changed is taken into use.
class DeskLineTest {

    private static final SipLine GIVEN = line("secret", 300, "pcma");
    private static final SipLine OTHER_CODECS = line("secret", 300, "opus", "pcma");
    private static final SipLine OTHER_PASSWORD = line("changed", 300, "g722", "pcma");

    @TempDir
    private Path folder;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final FakeTimers timers = new FakeTimers();
    private final ScriptedSignaling signaling = new ScriptedSignaling();
    private final ScriptedMedia media = new ScriptedMedia();
    private final Softphone softphone = new Softphone(new SoftphoneLane(this::inOrder, timers, timers), () -> signaling, media);
    private final List<String> listening = new ArrayList<>();
    private QuietLink link;
    private DeskLine line;
    private boolean busy;

    @BeforeEach
    void register() {
        link = new QuietLink(folder);
        var launch = new Launch(LaunchOptions.parse(List.of(), folder), Configuration.EMPTY, null);
        var seat = new Seat(link, policy(GIVEN), new Seat.Folders(folder, folder), "",
                new SignInOutcome.SignedIn.Basis(folder, false, false));
        line = new DeskLine(launch, seat, softphone, this::inOrder, Runnable::run);
        assertThat(line.register(listening::add)).isTrue();
    }

    @AfterEach
    void leave() {
        link.close();
    }

    /// As on the signaling lane: one after another, and what a task leads to comes after it.
    private void inOrder(Runnable task) {
        tasks.add(task);
        if (busy) {
            return;
        }
        busy = true;
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            next.run();
        }
        busy = false;
    }

    private static SipLine line(String password, int expires, String... codecs) {
        return new SipLine("sip:101@pbx.example", new SipLine.Login("101", password),
                new SipLine.Route("sip:pbx.example", "udp", "", expires), "off", List.of(codecs),
                new SipLine.Manners(true, Set.of("100"), "ask", Duration.ZERO));
    }

    private static DeskPolicy policy(SipLine line) {
        DeskPolicy usual = QuietLink.policy();
        return new DeskPolicy(usual.operator(), List.of(line), usual.choices(), usual.limits(), usual.conduct());
    }

    private CallId talkingTo(String number) {
        CallId call = signaling.call(number);
        softphone.answer(call);
        return call;
    }

    private void hangsUp(CallId call) {
        inOrder(() -> signaling.remote().ended(call, new CallEndCause.EndedByPeer()));
    }

    private long opened() {
        return signaling.verbs().stream().filter(verb -> verb.startsWith("open ")).count();
    }

    private List<String> codecs() {
        return media.prepared().codecs();
    }

    @Test
    void theFirstIsTakenAndWhereItIsHeardIsTold() {
        assertThat(listening).containsExactly("127.0.0.1:5060");
        assertThat(signaling.verbs()).containsExactly("open sip:101@pbx.example", "register");
    }

    @Test
    void aChangedLineIsTakenAtOnceWhereNobodyIsOnTheOldOne() {
        line.follow(policy(OTHER_CODECS));

        assertThat(opened()).isEqualTo(2);
        assertThat(codecs()).containsExactly("opus", "pcma");
    }

    @Test
    void aChangedLineWaitsForTheEndOfTheLastCall() {
        CallId first = talkingTo("1");
        line.follow(policy(OTHER_CODECS));
        CallId second = signaling.call("2");
        hangsUp(first);

        assertThat(softphone.snapshot().calls()).hasSize(1);
        assertThat(opened()).isEqualTo(1);

        hangsUp(second);
        assertThat(signaling.verbs()).doesNotContain("end").doesNotContain("refuse 486").endsWith("close", "open sip:101@pbx.example", "register");
        assertThat(codecs()).containsExactly("opus", "pcma");
    }

    @Test
    void ofSeveralChangesTheNewestCounts() {
        CallId call = talkingTo("1");
        line.follow(policy(OTHER_CODECS));
        line.follow(policy(OTHER_PASSWORD));
        hangsUp(call);

        assertThat(opened()).isEqualTo(2);
        assertThat(codecs()).containsExactly("g722", "pcma");
    }

    @Test
    void aChangeTakenBackDuringTheCallChangesNothing() {
        CallId call = talkingTo("1");
        line.follow(policy(OTHER_CODECS));
        line.follow(policy(GIVEN));
        hangsUp(call);

        assertThat(opened()).isEqualTo(1);
    }

    @Test
    void whatMakesNoOtherAccountChangesNothing() {
        line.follow(policy(line("secret", 300, "pcma")));
        line.follow(policy(line("secret", 600, "pcma")));

        assertThat(signaling.verbs()).containsExactly("open sip:101@pbx.example", "register");
    }

    @Test
    void anotherPasswordIsAnotherAccount() {
        line.follow(policy(line("changed", 300, "pcma")));

        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void aDeskThatSaysGoodbyeTakesNoOtherLine() {
        talkingTo("1");
        line.follow(policy(OTHER_CODECS));
        line.close();
        softphone.unregister();
        line.follow(policy(OTHER_PASSWORD));

        assertThat(opened()).isEqualTo(1);
        assertThat(signaling.verbs()).endsWith("end", "close");
    }
}
