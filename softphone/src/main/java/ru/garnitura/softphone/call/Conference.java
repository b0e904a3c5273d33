package ru.garnitura.softphone.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The calls that hear each other through this desk. Who is on hold stays a member and is not heard. Signaling lane.
final class Conference {

    private static final int FEWEST = 2;

    private final Switchboard switchboard;
    private final MediaEngine engine;
    private Set<CallId> mixed = Set.of();

    Conference(Switchboard switchboard, MediaEngine engine) {
        this.switchboard = switchboard;
        this.engine = engine;
    }

    /// Joins all calls that are established, and takes back those on hold.
    void gather() {
        List<Call> members = switchboard.calls().stream().filter(call -> call.state().established()).toList();
        if (members.size() < FEWEST) {
            return;
        }
        List<Call> joining = members.stream().filter(call -> call.hear(call.audio().conference(true))).toList();
        joining.forEach(switchboard::changed);
        members.forEach(switchboard::resume);
    }

    /// Follows what became of the members; one alone is no conference.
    void update() {
        List<Call> members = switchboard.calls().stream().filter(call -> call.audio().conference()).toList();
        if (members.size() == 1) {
            Call last = members.getFirst();
            last.hear(last.audio().conference(false));
            switchboard.changed(last);
            return;
        }
        Set<CallId> talking = new LinkedHashSet<>();
        members.stream().filter(call -> call.state().talking()).forEach(call -> talking.add(call.id()));
        Set<CallId> now = talking.size() < FEWEST ? Set.of() : Set.copyOf(talking);
        if (!now.equals(mixed)) {
            mixed = now;
            engine.conference(now);
        }
    }
}
