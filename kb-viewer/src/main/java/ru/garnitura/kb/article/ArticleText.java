package ru.garnitura.kb.article;

import java.util.List;

/// What an article says.
///
/// @param language BCP 47 tag
/// @param body     Markdown, at most [#MAX_BODY] characters: what is longer is cut, so that one hostile article can
///                 neither fill the store nor stall a window
public record ArticleText(String title, Section section, String language, String body, List<Attachment> attachments) {

    public static final int MAX_BODY = 1_000_000;
    public static final int MAX_TITLE = 500;

    public ArticleText {
        title = cut(title, MAX_TITLE);
        body = cut(body, MAX_BODY);
        attachments = List.copyOf(attachments);
    }

    /// Whether the body was cut on arrival.
    public boolean isCut() {
        return body.length() == MAX_BODY;
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
