package ru.garnitura.kb.article;

import java.util.List;
import java.util.Set;

/// A run of text inside a block.
public sealed interface Inline {

    /// What is read.
    String text();

    /// Words in one face.
    record Text(String text, Set<Mark> marks) implements Inline {

        public Text {
            marks = Set.copyOf(marks);
        }

        public static Text of(String text) {
            return new Text(text, Set.of());
        }
    }

    /// A link to another article; links elsewhere stay text, as nothing outside the base is ever opened.
    ///
    /// @param anchor of a heading, empty for the beginning
    record ArticleLink(String text, ArticleId article, String anchor) implements Inline {
    }

    /// How words are set apart.
    enum Mark { STRONG, EMPHASIS, CODE }

    /// The words of a line of runs.
    static String plain(List<Inline> line) {
        var words = new StringBuilder();
        line.forEach(run -> words.append(run.text()));
        return words.toString();
    }
}
