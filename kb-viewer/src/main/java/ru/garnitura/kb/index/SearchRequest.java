package ru.garnitura.kb.index;

import java.util.List;
import ru.garnitura.kb.article.Section;

/// A search.
///
/// @param typed  as typed so far; a word with no blank after it is still being typed
/// @param within section to search in, the root for all
/// @param tags   all of them have to be on the article
/// @param limit  most hits wanted
/// @param passages how many of the first hits come with the passage that answers; finding it takes longer than finding the
///               articles
public record SearchRequest(String typed, Section within, List<String> tags, int limit, int passages) {

    public SearchRequest {
        tags = List.copyOf(tags);
    }

    /// Each hit with its passage.
    public SearchRequest(String typed, Section within, List<String> tags, int limit) {
        this(typed, within, tags, limit, limit);
    }

    /// Everywhere, each hit with its passage.
    public static SearchRequest of(String typed, int limit) {
        return new SearchRequest(typed, Section.ROOT, List.of(), limit);
    }
}
