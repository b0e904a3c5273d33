package ru.garnitura.kb.index;

import java.util.List;
import ru.garnitura.kb.article.ArticleTitle;

/// An article found.
///
/// @param title   the title with found words marked
/// @param snippet the passage that answers best, empty where the body has none of the words
/// @param block   where to begin reading: the passage's block in the body, or 0 where the title already answers;
///                [#UNREAD] where no passage was asked for
/// @param why     what else is known of it
public record SearchHit(ArticleTitle article, Marked title, Marked snippet, int block, Why why) {

    public static final int UNREAD = -1;

    /// Whether its body was looked into.
    public boolean isRead() {
        return block != UNREAD;
    }

    /// @param tags    the article's tags
    /// @param because the words of a conversation it was suggested for; empty for a search
    public record Why(List<String> tags, List<String> because) {

        public Why {
            tags = List.copyOf(tags);
            because = List.copyOf(because);
        }
    }
}
