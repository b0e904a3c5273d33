package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;

/// Reminds the operator of everybody on hold: of the customer too while a colleague is consulted. FX lane.
final class HoldWatch {

    private final List<Duration> reminders;
    private final Map<CallId, Integer> reminded = new HashMap<>();
    private Runnable reminder = () -> { };

    HoldWatch(List<Duration> reminders) {
        this.reminders = reminders;
    }

    void remindBy(Runnable remind) {
        reminder = remind;
    }

    void look(List<CallSnapshot> calls, Instant now) {
        reminded.keySet().removeIf(id -> calls.stream().noneMatch(call -> call.id().equals(id) && call.held()));
        calls.stream().filter(CallSnapshot::held).forEach(call -> {
            int done = reminded.getOrDefault(call.id(), 0);
            if (done < reminders.size() && Duration.between(call.since(), now).compareTo(reminders.get(done)) >= 0) {
                reminded.put(call.id(), done + 1);
                reminder.run();
            }
        });
    }
}
