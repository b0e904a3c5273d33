package ru.garnitura.kb.article;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One row of an article on screen. Lists are flat, an item a block, so that a list of any length can be virtualised.
public sealed interface Block {

    /// The words of the block on one line, for search, copying and insertion.
    String plain();

    /// A title of a part.
    ///
    /// @param level 2 or more: the title is the first
    record Heading(int level, String anchor, List<Inline> content) implements Block {

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /// Plain text.
    ///
    /// @param depth how many lists it stands in
    record Paragraph(int depth, List<Inline> content) implements Block {

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /// The first paragraph of a list's item.
    ///
    /// @param depth  1 for an outermost list
    /// @param number of a numbered step, 0 for a bullet
    record Item(int depth, int number, List<Inline> content) implements Block {

        @Override
        public String plain() {
            return Inline.plain(content);
        }
    }

    /// A passage set apart, such as a warning.
    record CallOut(List<Block> content) implements Block {

        @Override
        public String plain() {
            return content.stream().map(Block::plain).collect(Collectors.joining(" "));
        }
    }

    /// Cells in rows and columns.
    ///
    /// @param rows each as long as `header`
    record Table(List<List<Inline>> header, List<List<List<Inline>>> rows) implements Block {

        @Override
        public String plain() {
            return Stream.concat(Stream.of(header), rows.stream())
                    .map(row -> row.stream().map(Inline::plain).collect(Collectors.joining(" | ")))
                    .collect(Collectors.joining("; "));
        }
    }

    /// A decision tree to be walked.
    record Steps(Algorithm algorithm) implements Block {

        @Override
        public String plain() {
            return algorithm.plain();
        }
    }

    /// Text to be read as it is typed.
    record Code(String text) implements Block {

        @Override
        public String plain() {
            return text.replace('\n', ' ');
        }
    }

    /// A picture among the article's own attachments.
    record Picture(String caption, Attachment attachment) implements Block {

        @Override
        public String plain() {
            return caption;
        }
    }

    /// A change of subject.
    record Rule() implements Block {

        @Override
        public String plain() {
            return "";
        }
    }

    /// Something too large was left out here.
    record Omission() implements Block {

        @Override
        public String plain() {
            return "";
        }
    }
}
