package ru.garnitura.desktop.ui.notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The notices shown now: news the operator is asked about first, then gravest first, then oldest first. FX lane.
public final class Notices {

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> readable = FXCollections.unmodifiableObservableList(shown);

    public ObservableList<Notice> shown() {
        return readable;
    }

    /// Shows a notice, in place of an earlier one of the same id.
    public void show(Notice notice) {
        clear(notice.id());
        int place = 0;
        while (place < shown.size() && weight(shown.get(place)) >= weight(notice)) {
            place++;
        }
        shown.add(place, notice);
    }

    public void clear(String id) {
        shown.removeIf(notice -> notice.id().equals(id));
    }

    public void clearAll() {
        shown.clear();
    }

    private static int weight(Notice notice) {
        return switch (notice.tone()) {
            case DANGER -> 3;
            case WARN -> 2;
            case ACCENT, OK -> notice.deeds().isEmpty() ? 1 : 4;
            case NEUTRAL -> 0;
        };
    }
}
