package ru.garnitura.softphone.ui;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;

/// The calls that are not over, and which of them is at hand: the one talked to, else the one being made, else the one
/// that rings, else the one on hold. FX lane.
final class CallsAtOnce {

    private final Map<CallId, CallSnapshot> alive = new LinkedHashMap<>();
    private @Nullable CallId atHand;

    void changed(CallSnapshot call) {
        if (call.state() == CallState.TERMINATED) {
            alive.remove(call.id());
        } else {
            alive.put(call.id(), call);
        }
        atHand = alive.values().stream().min(Comparator.comparingInt(this::rank)).map(CallSnapshot::id).orElse(null);
    }

    /// Among equals the call at hand stays at hand.
    private int rank(CallSnapshot call) {
        int place = switch (call.state()) {
            case CONFIRMED, TRANSFERRING, RESUMING -> 0;
            case DIALING, ALERTING, EARLY_MEDIA -> 1;
            case RINGING -> 2;
            case HOLDING, HELD, HELD_TRANSFERRING, TERMINATED -> 3;
        };
        return 2 * place + (call.id().equals(atHand) ? 0 : 1);
    }

    Optional<CallSnapshot> atHand() {
        return Optional.ofNullable(atHand).map(alive::get);
    }

    /// All but the one at hand, oldest first.
    List<CallSnapshot> others() {
        return alive.values().stream().filter(call -> !call.id().equals(atHand)).toList();
    }

    boolean isEmpty() {
        return alive.isEmpty();
    }

    List<CallSnapshot> ringing() {
        return alive.values().stream().filter(call -> call.state() == CallState.RINGING).toList();
    }

    /// A call that was made to consult about another one which is still there.
    Optional<CallSnapshot> consultation() {
        return alive.values().stream().filter(call -> call.consults() != null && alive.containsKey(call.consults()))
                .findFirst();
    }

    long established() {
        return alive.values().stream().filter(call -> call.state().established()).count();
    }
}
