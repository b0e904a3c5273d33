package ru.garnitura.kb.article;

/// A piece of an article taken into a reply or named in a flag.
///
/// @param text     plain text of the passage; empty where only the link is meant
public record Passage(ArticleId article, Revision revision, String title, Place place, String text) {

    /// Where in the article a passage stands.
    ///
    /// @param block  index of the paragraph in the revision's body, -1 for the whole article
    /// @param anchor anchor of the heading above, empty before the first heading
    public record Place(int block, String anchor) {

        public static final Place WHOLE = new Place(-1, "");
    }

    /// The link that opens the article there: `kb:a-17#anchor`.
    public String link() {
        return "kb:" + article + (place.anchor().isEmpty() ? "" : "#" + place.anchor());
    }

    /// What goes into a reply: the words, or the title with its link where none were chosen.
    public String forReply() {
        return text.isEmpty() ? withLink() : text;
    }

    /// For a colleague: the words, or the title where only the link is meant, and the link below.
    public String withLink() {
        return (text.isEmpty() ? title : text + "\n" + title) + " (" + link() + ")";
    }
}
