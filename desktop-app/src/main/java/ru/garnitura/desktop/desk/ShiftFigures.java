package ru.garnitura.desktop.desk;

import java.time.Clock;
import java.time.LocalDate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import ru.garnitura.desktop.settings.WindowMemory;

/// How many contacts this operator served and missed on this desk today; kept over a restart. FX lane.
public final class ShiftFigures {

    private static final String DAY = "shift.day";
    private static final String SERVED = "shift.served";
    private static final String MISSED = "shift.missed";

    private final WindowMemory memory;
    private final Clock clock;
    private final ReadOnlyIntegerWrapper served = new ReadOnlyIntegerWrapper(this, "served");
    private final ReadOnlyIntegerWrapper missed = new ReadOnlyIntegerWrapper(this, "missed");

    public ShiftFigures(WindowMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
        startDay();
    }

    public ReadOnlyIntegerProperty served() {
        return served.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty missed() {
        return missed.getReadOnlyProperty();
    }

    public void contactServed() {
        startDay();
        count(served, SERVED);
    }

    public void contactMissed() {
        startDay();
        count(missed, MISSED);
    }

    private void startDay() {
        String today = LocalDate.now(clock).toString();
        if (!memory.find(DAY).equals(java.util.Optional.of(today))) {
            memory.put(DAY, today);
            memory.put(SERVED, 0);
            memory.put(MISSED, 0);
        }
        served.set((int) memory.number(SERVED, 0));
        missed.set((int) memory.number(MISSED, 0));
    }

    private void count(ReadOnlyIntegerWrapper figure, String key) {
        figure.set(figure.get() + 1);
        memory.put(key, figure.get());
    }
}
