package ru.garnitura.kb.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Turns Markdown into blocks by an allow-list: headings, paragraphs, lists, tables, call-outs, code, decision trees and
/// the article's own pictures. Everything else, raw HTML first, is shown as the text it is. Sizes are bounded.
final class MarkdownBlocks {

    static final int MAX_BLOCKS = 12_000;
    static final int MAX_NESTING = 24;
    private static final int MAX_INLINE_NESTING = 64;
    private static final String ALGORITHM = "algorithm";

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MAX_NESTING).maxInlineNesting(MAX_INLINE_NESTING).build();

    private final List<Attachment> attachments;
    private final Anchors anchors = new Anchors();

    MarkdownBlocks(List<Attachment> attachments) {
        this.attachments = attachments;
    }

    ArticleBody read(String markdown) {
        var blocks = new ArrayList<Block>();
        children(PARSER.parse(clean(markdown)), 0, blocks);
        return new ArticleBody(blocks);
    }

    static String clean(String text) {
        if (text.chars().noneMatch(MarkdownBlocks::isDeceptive)) {
            return text;
        }
        return text.chars().filter(c -> !isDeceptive(c))
                .collect(StringBuilder::new, (clean, c) -> clean.append((char) c), StringBuilder::append).toString();
    }

    /// Characters that reorder or hide what is read: bidi overrides, zero-width and control characters.
    private static boolean isDeceptive(int c) {
        return switch (c) {
            case '\n', '\t' -> false;
            case 0x200b, 0xfeff -> true;
            default -> Character.isISOControl(c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        };
    }

    private void children(Node parent, int depth, List<Block> out) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (out.size() >= MAX_BLOCKS) {
                out.add(new Block.Omission());
                return;
            }
            block(node, depth, out);
        }
    }

    private void block(Node node, int depth, List<Block> out) {
        switch (node) {
            case org.commonmark.node.Heading heading -> out.add(heading(heading));
            case org.commonmark.node.Paragraph paragraph -> paragraph(paragraph, depth, out);
            case BulletList list -> items(list, 0, depth + 1, out);
            case OrderedList list -> items(list, firstNumber(list), depth + 1, out);
            case BlockQuote quote -> callOut(quote, out);
            case TableBlock table -> MarkdownTable.read(table, out);
            case FencedCodeBlock code -> out.add(code(code));
            case IndentedCodeBlock code -> out.add(new Block.Code(code.getLiteral().stripTrailing()));
            case HtmlBlock html -> out.add(new Block.Paragraph(depth, List.of(Inline.Text.of(html.getLiteral()))));
            case ThematicBreak _ -> out.add(new Block.Rule());
            default -> children(node, depth, out);
        }
    }

    private Block heading(org.commonmark.node.Heading heading) {
        var content = InlineRuns.of(heading);
        return new Block.Heading(Math.max(2, heading.getLevel()), anchors.next(Inline.plain(content)), content);
    }

    private void paragraph(Node paragraph, int depth, List<Block> out) {
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
            out.add(picture(image, depth));
        } else {
            out.add(new Block.Paragraph(depth, InlineRuns.of(paragraph)));
        }
    }

    private Block picture(Image image, int depth) {
        var caption = Inline.plain(InlineRuns.of(image));
        var target = image.getDestination();
        Predicate<Attachment> meant = file -> target.equals(file.name()) || target.equals("blob:" + file.sha256());
        return attachments.stream().filter(meant).findFirst()
                .<Block>map(file -> new Block.Picture(caption, file))
                .orElseGet(() -> new Block.Paragraph(depth, List.of(Inline.Text.of(caption + " (" + target + ")"))));
    }

    private void items(Node list, int first, int depth, List<Block> out) {
        var number = first;
        for (var item = list.getFirstChild(); item != null && out.size() < MAX_BLOCKS; item = item.getNext()) {
            item((ListItem) item, number, depth, out);
            number += number == 0 ? 0 : 1;
        }
    }

    private void item(ListItem item, int number, int depth, List<Block> out) {
        var start = out.size();
        children(item, depth, out);
        if (out.size() > start && out.get(start) instanceof Block.Paragraph(var _, var content)) {
            out.set(start, new Block.Item(depth, number, content));
        } else {
            out.add(start, new Block.Item(depth, number, List.of()));
        }
    }

    private void callOut(BlockQuote quote, List<Block> out) {
        var content = new ArrayList<Block>();
        children(quote, 0, content);
        out.add(new Block.CallOut(List.copyOf(content)));
    }

    private Block code(FencedCodeBlock code) {
        var text = code.getLiteral().stripTrailing();
        if (ALGORITHM.equals(code.getInfo())) {
            var algorithm = AlgorithmText.parse(text, MarkdownBlocks::line);
            if (algorithm != null) {
                return new Block.Steps(algorithm);
            }
        }
        return new Block.Code(text);
    }

    private static List<Inline> line(String markdown) {
        var first = PARSER.parse(markdown).getFirstChild();
        return first == null ? List.of() : InlineRuns.of(first);
    }

    private static int firstNumber(OrderedList list) {
        var number = list.getMarkerStartNumber();
        return number == null ? 1 : Math.max(1, number);
    }
}
