package ru.garnitura.kb.article;

import java.util.List;

/// What an article says.
///
/// @param language BCP 47 tag
/// @param body     Markdown, at most [#MAX_BODY] characters: what is longer is cut, so that one hostile article can
///                 neither fill the store nor stall a window
public record ArticleText(String title, Section section, String language, String body, List<Attachment> attachments) {

    public static final int MAX_BODY = 1_000_000;
    private static final int MAX_TITLE = 500;
    private static final int MAX_LANGUAGE = 35;
    private static final int MAX_ATTACHMENTS = 100;

    public ArticleText {
        title = Bounds.line(title, MAX_TITLE);
        language = Bounds.line(language, MAX_LANGUAGE);
        body = Bounds.cut(body, MAX_BODY);
        attachments = attachments.stream().limit(MAX_ATTACHMENTS).toList();
    }

    /// Whether the body was cut on arrival.
    public boolean isCut() {
        return body.length() == MAX_BODY;
    }

    /// The same with another body, as it was in another revision.
    public ArticleText withBody(String other) {
        return new ArticleText(title, section, language, other, attachments);
    }
}
