package ru.garnitura.kb.article;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import ru.garnitura.kb.article.Inline.Mark;

/// Turns a parsed line into runs: an allow-list, where raw HTML is words and a link outside the base is its words and
/// its address.
final class InlineRuns {

    private static final int MAX_DEPTH = 32;
    private static final Pattern LINK = Pattern.compile("kb:([^#\\s]{1," + ArticleId.MAX_LENGTH + "})(?:#(.*))?");

    private final List<Inline> runs = new ArrayList<>();

    private InlineRuns() {
    }

    static List<Inline> of(Node parent) {
        var reader = new InlineRuns();
        reader.children(parent, Set.of(), 0);
        return List.copyOf(reader.runs);
    }

    private void children(Node parent, Set<Mark> marks, int depth) {
        for (var node = parent.getFirstChild(); node != null && depth < MAX_DEPTH; node = node.getNext()) {
            run(node, marks, depth + 1);
        }
    }

    private void run(Node node, Set<Mark> marks, int depth) {
        switch (node) {
            case Text text -> add(text.getLiteral(), marks);
            case Code code -> add(code.getLiteral(), with(marks, Mark.CODE));
            case HtmlInline html -> add(html.getLiteral(), marks);
            case SoftLineBreak _, HardLineBreak _ -> add(" ", marks);
            case StrongEmphasis strong -> children(strong, with(marks, Mark.STRONG), depth);
            case Emphasis emphasis -> children(emphasis, with(marks, Mark.EMPHASIS), depth);
            case Link link -> link(link, marks);
            case Image image -> add(Inline.plain(of(image)), marks);
            default -> children(node, marks, depth);
        }
    }

    private void link(Link link, Set<Mark> marks) {
        var words = Inline.plain(of(link));
        var target = LINK.matcher(link.getDestination());
        if (target.matches()) {
            var anchor = target.group(2);
            runs.add(new Inline.ArticleLink(words, new ArticleId(target.group(1)), anchor == null ? "" : anchor));
        } else if (link.getDestination().equals(words)) {
            add(words, marks);
        } else {
            add(words + " (" + link.getDestination() + ")", marks);
        }
    }

    private void add(String words, Set<Mark> marks) {
        if (!runs.isEmpty() && runs.getLast() instanceof Inline.Text before && before.marks().equals(marks)) {
            runs.set(runs.size() - 1, new Inline.Text(before.text() + words, marks));
        } else if (!words.isEmpty()) {
            runs.add(new Inline.Text(words, marks));
        }
    }

    private static Set<Mark> with(Set<Mark> marks, Mark mark) {
        var more = EnumSet.of(mark);
        more.addAll(marks);
        return more;
    }
}
