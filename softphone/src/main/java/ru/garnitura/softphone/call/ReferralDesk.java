package ru.garnitura.softphone.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What remote sides ask us to call (REFER, RFC 3515): followed, put to the operator or refused, as the account permits. One
/// wish of a call at a time. Signaling lane.
final class ReferralDesk {

    /// How long a wish waits for the operator: less than the subscription the remote side was told of (RFC 3515, section 2.4.4).
    private static final Duration QUESTION = Duration.ofSeconds(45);
    /// How long a remote side that was declined is not put to the operator again: a second question in the place of the first
    /// would catch a click that was meant for that.
    private static final Duration PEACE = Duration.ofSeconds(30);
    private static final int TRYING = 100;
    private static final int DECLINE = 603;

    private final Switchboard switchboard;
    private final SoftphoneLane lane;
    /// Calls made because the remote side of another call asked for them, with that other call.
    private final Map<CallId, CallId> followed = new HashMap<>();
    /// By the call they were asked in, which may be over by now: who hands a call over often hangs up first.
    private final Map<CallId, Question> questions = new HashMap<>();
    private final Map<CallId, Instant> declined = new HashMap<>();

    /// @param patience declines in the end
    private record Question(CallRequest request, ReferralWish wish, Timers.Timer patience) {
    }

    ReferralDesk(Switchboard switchboard, SoftphoneLane lane) {
        this.switchboard = switchboard;
        this.lane = lane;
    }

    /// The remote side asks us to call somebody else.
    void asked(Call by, CallRequest request) {
        Optional<DialTarget> target = switchboard.parse(request.target());
        if (target.isEmpty() || !by.state().established()) {
            report(by.id(), DECLINE);
            return;
        }
        switch (switchboard.permissions().referrals()) {
            case REFUSED -> report(by.id(), DECLINE);
            case ASKED -> consider(by, request, target.get());
            case FOLLOWED -> {
                report(by.id(), TRYING);
                call(by.id(), request);
            }
        }
    }

    private void consider(Call by, CallRequest request, DialTarget target) {
        Instant before = declined.get(by.id());
        if (target.isInside(switchboard.domain(), switchboard.permissions().colleagues())) {
            report(by.id(), TRYING);
            call(by.id(), request);
        } else if (before != null && lane.now().isBefore(before.plus(PEACE))) {
            report(by.id(), DECLINE);
        } else {
            report(by.id(), TRYING);
            var wish = new ReferralWish(target.number(), target.uri(), target.foreignHost(switchboard.domain()));
            questions.put(by.id(), new Question(request, wish, lane.timers().after(QUESTION, () -> decline(by.id(), wish))));
            switchboard.emit(new SoftphoneEvent.ReferralAsked(by.id(), wish));
        }
    }

    /// The operator agrees to call whom the remote side asked for.
    void follow(CallId by, ReferralWish wish) {
        settle(by, wish, question -> call(by, question.request()));
    }

    void decline(CallId by, ReferralWish wish) {
        settle(by, wish, _ -> {
            report(by, DECLINE);
            if (switchboard.find(by).isPresent()) {
                declined.put(by, lane.now());
            }
        });
    }

    /// Nothing where something else is asked by now than what the operator saw.
    private void settle(CallId by, ReferralWish wish, Consumer<Question> outcome) {
        Question question = questions.get(by);
        if (question != null && question.wish().equals(wish)) {
            settle(by, outcome);
        }
    }

    private void settle(CallId by, Consumer<Question> outcome) {
        Question question = questions.remove(by);
        if (question != null) {
            question.patience().cancel();
            switchboard.emit(new SoftphoneEvent.ReferralSettled(by));
            outcome.accept(question);
        }
    }

    private void call(CallId by, CallRequest request) {
        CallId id = CallId.fresh();
        followed.put(id, by);
        switchboard.dial(id, request, null);
    }

    private void report(CallId by, int status) {
        switchboard.signaling().ifPresent(s -> s.referralProgressed(by, status));
    }

    /// Passes on how a call goes that somebody asked us to make.
    void noticed(Call call) {
        if (call.state() == CallState.TERMINATED) {
            declined.remove(call.id());
        }
        if (call.snapshot().end() instanceof CallEndCause.EndedHere) {
            settle(call.id(), _ -> { });
        }
        CallId by = followed.get(call.id());
        if (by == null) {
            return;
        }
        int status = statusOf(call);
        if (status >= 200) {
            followed.remove(call.id());
        }
        report(by, status);
    }

    /// What waits for the operator, by the call it was asked in.
    Map<CallId, ReferralWish> wishes() {
        return questions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().wish()));
    }

    /// The line is given up: nobody can be called any more.
    void forget() {
        List.copyOf(questions.keySet()).forEach(by -> settle(by, _ -> { }));
    }

    private static int statusOf(Call call) {
        CallEndCause end = call.snapshot().end();
        if (end != null) {
            return end.asStatus();
        }
        return call.state().established() ? 200 : call.state() == CallState.ALERTING ? 180 : 100;
    }
}
