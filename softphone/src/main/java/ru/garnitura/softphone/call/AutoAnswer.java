package ru.garnitura.softphone.call;

import java.time.Duration;

/// Answers calls by itself, by the account's own setting or because a caller wishes it who may. Never beside another call, and
/// the microphone opens only after a warning. Signaling lane.
final class AutoAnswer {

    /// How long the operator is warned before the microphone opens.
    private static final Duration WARNING = Duration.ofSeconds(1);

    private final Switchboard switchboard;
    private final SoftphoneLane lane;

    AutoAnswer(Switchboard switchboard, SoftphoneLane lane) {
        this.switchboard = switchboard;
        this.lane = lane;
    }

    /// A call rings, and nobody has heard of it yet.
    ///
    /// @param wishedMs the caller wishes it to be answered after so many milliseconds; -1 he does not
    void offered(Call call, int wishedMs) {
        CallSnapshot ringing = call.snapshot();
        if (switchboard.policy().autoAnswerMs() == 0 && alone(call)) {
            // Whoever listens to calls keeps this machine busy for longer than the caller is to wait for the 200.
            answer(call, () -> switchboard.emit(new SoftphoneEvent.IncomingCall(ringing)));
        } else {
            answerLater(call, wishedMs);
            switchboard.emit(new SoftphoneEvent.IncomingCall(ringing));
        }
    }

    private void answerLater(Call call, int wishedMs) {
        boolean may = switchboard.permissions().autoAnswerFor().contains(call.remote().number());
        int always = switchboard.policy().autoAnswerMs();
        int wait = always < 0 && may ? wishedMs : always;
        if (wait >= 0 && alone(call)) {
            call.autoAnswer(lane.timers().after(Duration.ofMillis(wait), () -> {
                if (alone(call)) {
                    answer(call, () -> { });
                }
            }));
        }
    }

    /// Whether the operator is busy with no other call; one that rings after this one takes nothing from it.
    private boolean alone(Call call) {
        return switchboard.calls().getFirst() == call
                && switchboard.calls().stream().allMatch(other -> other == call || other.state() == CallState.RINGING);
    }

    private void answer(Call call, Runnable before) {
        if (call.state() != CallState.RINGING) {
            return;
        }
        call.warned(true);
        switchboard.applyMute(call);
        switchboard.answer(call, before);
        switchboard.warnOfTalk();
        switchboard.emit(new SoftphoneEvent.AnsweredByItself(call.id()));
        lane.timers().after(WARNING, () -> openMicrophone(call));
    }

    /// A microphone that the operator muted meanwhile stays shut.
    private void openMicrophone(Call call) {
        call.warned(false);
        if (call.state().established()) {
            switchboard.applyMute(call);
        }
    }
}
