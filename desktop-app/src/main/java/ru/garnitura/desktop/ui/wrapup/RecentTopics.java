package ru.garnitura.desktop.ui.wrapup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import ru.garnitura.desktop.settings.WindowMemory;

/// The topics this desk chose last, latest first; kept over a restart. FX lane.
public final class RecentTopics {

    private static final String KEY = "topics.recent";
    private static final int MOST = 5;

    private final WindowMemory memory;

    public RecentTopics(WindowMemory memory) {
        this.memory = memory;
    }

    List<String> ids() {
        return Stream.of(memory.find(KEY).orElse("").split(" ")).filter(id -> !id.isEmpty()).toList();
    }

    void used(String topic) {
        LinkedHashSet<String> next = new LinkedHashSet<>(List.of(topic));
        next.addAll(ids());
        memory.put(KEY, String.join(" ", next.stream().limit(MOST).toList()));
    }
}
