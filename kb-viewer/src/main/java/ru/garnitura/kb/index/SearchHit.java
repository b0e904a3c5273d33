package ru.garnitura.kb.index;

import ru.garnitura.kb.article.ArticleTitle;

/// An article found.
///
/// @param title   the title with found words marked
/// @param snippet the passage that answers best, empty where the body has none of the words
/// @param block   index of the passage's block in the body, 0 where there is none
public record SearchHit(ArticleTitle article, Marked title, Marked snippet, int block) {
}
