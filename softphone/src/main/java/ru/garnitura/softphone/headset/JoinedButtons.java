package ru.garnitura.softphone.headset;

import java.util.List;
import java.util.function.Consumer;

/// Several things to press, as one.
public record JoinedButtons(List<HeadsetButtons> all) implements HeadsetButtons {

    public JoinedButtons {
        all = List.copyOf(all);
    }

    @Override
    public void begin(Consumer<HeadsetButton> pressed) {
        all.forEach(one -> one.begin(pressed));
    }

    @Override
    public void show(HeadsetLamps lamps) {
        all.forEach(one -> one.show(lamps));
    }

    @Override
    public void close() {
        all.forEach(HeadsetButtons::close);
    }
}
