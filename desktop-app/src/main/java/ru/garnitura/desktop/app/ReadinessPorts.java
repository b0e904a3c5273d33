package ru.garnitura.desktop.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ru.garnitura.desktop.desk.OperatorState;
import ru.garnitura.desktop.desk.Readiness;
import ru.garnitura.desktop.desk.Standing;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.softphone.call.DialCodeQueues;
import ru.garnitura.softphone.call.PbxQueues;
import ru.garnitura.softphone.call.Softphone;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells the operator's state to the softphone, to the back office through the outbox, and to the next start. FX lane.
final class ReadinessPorts implements Readiness.Ports {

    private static final String STATE = "state";
    private static final String REASON = "state.reason";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Seat seat;
    private final Softphone softphone;
    private final WindowMemory memory;
    private final Lanes lanes;
    private final PbxQueues queues;
    private String reported = "";

    ReadinessPorts(Seat seat, Softphone softphone, WindowMemory memory, Lanes lanes) {
        this.seat = seat;
        this.softphone = softphone;
        this.memory = memory;
        this.lanes = lanes;
        this.queues = seat.served() ? queues(seat.policy().conduct().dialCodes(), softphone) : PbxQueues.NONE;
        queues.login();
    }

    private static PbxQueues queues(Map<String, String> codes, Softphone softphone) {
        return new DialCodeQueues(softphone, new DialCodeQueues.Codes(codes.getOrDefault("queueLogin", ""),
                codes.getOrDefault("queueLogout", ""), codes.getOrDefault("queuePause", ""),
                codes.getOrDefault("queueResume", ""), Map.of()));
    }

    /// As the operator left the desk: a NotReady of his own stays, everything else begins Ready.
    static Standing lastTime(WindowMemory memory, List<Choices.NotReadyReason> reasons, Instant now) {
        String reason = memory.find(REASON).orElse("");
        boolean own = reasons.stream().noneMatch(known -> known.byServer() && known.code().equals(reason));
        boolean notReady = memory.find(STATE).filter(OperatorState.NOT_READY.name().toLowerCase(Locale.ROOT)::equals).isPresent();
        return notReady && own ? new Standing(OperatorState.NOT_READY, reason, now)
                : new Standing(OperatorState.READY, "", now);
    }

    /// The operator goes: the PBX's queues are told, and nobody rings here meanwhile. Completes once they took note.
    CompletableFuture<Void> leave() {
        softphone.setAcceptingCalls(false);
        return queues.logout();
    }

    @Override
    public void acceptCalls(boolean accepting) {
        softphone.setAcceptingCalls(accepting);
    }

    @Override
    public void report(Standing standing) {
        boolean notReady = standing.state() == OperatorState.NOT_READY
                || standing.state() == OperatorState.WRAP_UP_THEN_NOT_READY;
        memory.put(STATE, (notReady ? OperatorState.NOT_READY : OperatorState.READY).name().toLowerCase(Locale.ROOT));
        memory.put(REASON, standing.reason());
        if (!seat.served()) {
            return;
        }
        if (standing.state().takesCalls()) {
            queues.resume();
        } else {
            queues.pause(standing.reason());
        }
        ObjectNode payload = JSON.createObjectNode();
        payload.put("state", notReady ? "notReady" : "ready");
        payload.put("reason", standing.reason().isEmpty() ? null : standing.reason());
        payload.put("voice", standing.state().takesCalls());
        payload.put("chat", !notReady);
        String said = JSON.writeValueAsString(payload);
        if (!said.equals(reported)) {
            reported = said;
            payload.put("since", standing.since().toString());
            String text = JSON.writeValueAsString(payload);
            lanes.disk().execute(() -> seat.link().outbox().enqueue("state.set", seat.policy().operator().id(), text));
        }
    }
}
