package ru.garnitura.kb.article;

import java.util.List;
import java.util.stream.Collectors;

/// An article's text as blocks, ready to be shown and searched.
public record ArticleBody(List<Block> blocks) {

    public ArticleBody {
        blocks = List.copyOf(blocks);
    }

    /// Reads an article's Markdown. Never fails: what is hostile or broken is shown as text or left out.
    public static ArticleBody of(ArticleText text) {
        return new MarkdownBlocks(text.attachments()).read(text.body());
    }

    /// The words, one line a block: the number of a line is the index of its block.
    public String plain() {
        return blocks.stream().map(block -> block.plain().replace('\n', ' ')).collect(Collectors.joining("\n"));
    }

    /// Index of the block with this heading, -1 where there is none.
    public int blockOf(String anchor) {
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.anchor().equals(anchor)) {
                return i;
            }
        }
        return -1;
    }

    /// The anchor of the heading above a block, empty before the first.
    public String anchorAbove(int block) {
        for (var i = Math.min(block, blocks.size() - 1); i >= 0; i--) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                return heading.anchor();
            }
        }
        return "";
    }
}
