package ru.garnitura.kb.article;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What editors say about an article so that it is found and read.
///
/// @param synonyms what customers call it, for search alone
/// @param mustRead operators have to acknowledge it
/// @param readBy   the last day for that, null where none is set
public record Labels(List<String> tags, List<String> synonyms, boolean mustRead, @Nullable LocalDate readBy) {

    public static final Labels NONE = new Labels(List.of(), List.of(), false);

    public Labels {
        tags = Bounds.entries(tags);
        synonyms = Bounds.entries(synonyms);
    }

    public Labels(List<String> tags, List<String> synonyms, boolean mustRead) {
        this(tags, synonyms, mustRead, null);
    }
}
