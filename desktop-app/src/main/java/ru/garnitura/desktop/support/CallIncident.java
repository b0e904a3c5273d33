package ru.garnitura.desktop.support;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.SignalingTrace;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One call, without who called whom: states, devices, measurements and signaling, each with its time. Signaling lane.
final class CallIncident {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// A sample a second for an hour; what comes later is left out and counted.
    private static final int MOST_SAMPLES = 3_600;

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode happened = root.putArray("happened");
    private final ArrayNode measured = root.putArray("measured");
    private final Instant started;
    private CallState state;
    private int left;

    CallIncident(CallSnapshot call) {
        started = call.startedAt();
        state = call.state();
        root.put("started", started.toString()).put("direction", name(call.direction()))
                .put("asserted", call.remote().asserted()).put("consultation", call.consults() != null);
        note(started, name(state));
    }

    void changed(CallSnapshot call) {
        if (call.state() != state) {
            state = call.state();
            note(call.since(), name(state));
        }
        if (call.end() != null) {
            root.put("end", kind(call.end()));
        }
    }

    void note(Instant at, String what) {
        happened.addObject().put("ms", at.toEpochMilli() - started.toEpochMilli()).put("what", what);
    }

    void measured(MediaSnapshot media) {
        if (media.codec().isEmpty() || measured.size() >= MOST_SAMPLES) {
            left += media.codec().isEmpty() ? 0 : 1;
            return;
        }
        root.put("codec", media.codec()).put("srtp", media.encrypted());
        measured.addArray().add(rounded(media.mos())).add(media.packetsReceived()).add(media.packetsLost())
                .add(rounded(media.jitterMs())).add(rounded(media.roundTripMs())).add(Math.round(media.sendLevel()))
                .add(Math.round(media.receiveLevel()));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    String text(List<SignalingTrace.Line> trace) {
        root.put("samplesLeftOut", left);
        root.put("measuredAs", "mos, packets received, packets lost, jitter ms, round trip ms, sent dBov, heard dBov; each second");
        ArrayNode signaling = root.putArray("signaling");
        for (SignalingTrace.Line line : trace) {
            signaling.add((line.at().toEpochMilli() - started.toEpochMilli()) + (line.outgoing() ? " > " : " < ") + line.text());
        }
        return root.toPrettyString();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `EndedByPeer`: the kind alone, since causes may name what was dialled.
    static String kind(Object cause) {
        return cause.getClass().getSimpleName();
    }
}
