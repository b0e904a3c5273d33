package ru.garnitura.kb.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An article in the list of all.
///
/// @param readBy the last day to acknowledge it, null where it has no deadline
public record Listed(ArticleTitle title, Revision revision, @Nullable LocalDate readBy) {
}
