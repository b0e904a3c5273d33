package ru.garnitura.kb.index;

import java.util.List;

/// How a search was read, to be shown beside what was typed.
///
/// @param reading the words searched for
/// @param because empty where they are the words typed
/// @param both    the typed words were searched too, since they also make sense
public record Understanding(String reading, List<Cause> because, boolean both) {

    public Understanding {
        because = List.copyOf(because);
    }

    /// Why words were read otherwise.
    public enum Cause { LAYOUT, SPELLING }

    public boolean isAsTyped() {
        return because.isEmpty();
    }
}
