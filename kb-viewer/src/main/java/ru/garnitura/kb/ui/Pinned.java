package ru.garnitura.kb.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;

/// What is kept at hand for the contact's topic.
///
/// @param topic null while none is chosen
/// @param given articles that are in the base, for everybody, by who keeps the topics
/// @param own   the operator's, without those given
public record Pinned(@Nullable Topic topic, List<ArticleTitle> given, List<ArticleTitle> own) {

    static final Pinned NOTHING = new Pinned(null, List.of(), List.of());

    /// What a contact is about.
    ///
    /// @param id    as the back office knows it
    /// @param title in the window's language
    /// @param given articles that belong to it for everybody
    public record Topic(String id, String title, List<ArticleId> given) {
    }

    /// Whether the operator keeps an article for this topic.
    boolean isOwn(ArticleId article) {
        return own.stream().anyMatch(title -> title.id().equals(article));
    }

    boolean isGiven(ArticleId article) {
        return given.stream().anyMatch(title -> title.id().equals(article));
    }
}
