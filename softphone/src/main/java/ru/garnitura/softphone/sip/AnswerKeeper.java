package ru.garnitura.softphone.sip;

import java.time.Duration;

import javax.sip.message.Request;
import javax.sip.message.Response;

import ru.garnitura.softphone.call.Timers;

/// Repeats a 200 to INVITE at T1, doubling up to T2, for 64 x T1 (RFC 3261, section 13.3.1.4).
final class AnswerKeeper {

    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);

    private final SipLine line;
    private final Response ok;
    private final Timers.Timer deadline;
    private Timers.Timer repeat;

    AnswerKeeper(SipLine line, Response ok, Runnable unanswered) {
        this.line = line;
        this.ok = ok;
        this.repeat = line.lane().timers().after(T1, () -> repeat(T1));
        this.deadline = line.lane().timers().after(OutgoingInvite.LONGEST_WAY, () -> {
            stop();
            unanswered.run();
        });
    }

    private void repeat(Duration waited) {
        line.wire().repeat(ok);
        Duration doubled = waited.multipliedBy(2);
        Duration next = doubled.compareTo(T2) > 0 ? T2 : doubled;
        repeat = line.lane().timers().after(next, () -> repeat(next));
    }

    /// Whether this ACK belongs to the 200 kept.
    boolean answers(Request ack) {
        return Wording.cseqOf(ack) == Wording.cseqOf(ok);
    }

    void stop() {
        repeat.cancel();
        deadline.cancel();
    }
}
