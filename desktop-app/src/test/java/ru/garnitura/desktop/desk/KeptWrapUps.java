package ru.garnitura.desktop.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Unfinished wrap-ups as text in memory, as a disk would keep them.
public final class KeptWrapUps implements WrapUpStore {

    private final Map<String, String> kept = new LinkedHashMap<>();

    @Override
    public List<WrapUp> all() {
        return kept.values().stream().map(WrapUpText::parse).toList();
    }

    @Override
    public void save(WrapUp wrapUp) {
        kept.put(wrapUp.contact().session(), WrapUpText.kept(wrapUp));
    }

    @Override
    public void remove(String session) {
        kept.remove(session);
    }
}
