package ru.garnitura.kb.index;

import ru.garnitura.kb.article.ArticleTitle;

/// An article found.
///
/// @param title   the title with found words marked
/// @param snippet the passage that answers best, empty where the body has none of the words
/// @param block   where to begin reading: the passage's block in the body, or 0 where the title already answers
public record SearchHit(ArticleTitle article, Marked title, Marked snippet, int block) {
}
