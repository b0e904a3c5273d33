package ru.garnitura.kb.article;

import java.util.List;

/// What editors say about an article so that it is found and read.
///
/// @param synonyms what customers call it, for search alone
/// @param mustRead operators have to acknowledge it
public record Labels(List<String> tags, List<String> synonyms, boolean mustRead) {

    public static final Labels NONE = new Labels(List.of(), List.of(), false);

    public Labels {
        tags = Bounds.entries(tags);
        synonyms = Bounds.entries(synonyms);
    }
}
