package ru.garnitura.backoffice.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/// An HTML page as title and Markdown: an allow-list of what an article may have. Scripts, styles, forms and frames are
/// left out, everything else is kept as its words.
final class HtmlText {
    private static final String DROPPED = "script,style,noscript,template,iframe,object,embed,form,nav,svg,math,head";
    private static final int MAX_DEPTH = 60;
    private final Function<String, Optional<String>> links;
    private final StringBuilder out = new StringBuilder();

    private HtmlText(Function<String, Optional<String>> links) {
        this.links = links;
    }

    /// What was read.
    record Read(String title, String markdown) {}

    /// @param links what a link's address is in the base; empty where it leads elsewhere
    static Read read(String html, Function<String, Optional<String>> links) {
        Document page = Jsoup.parse(html);
        Element heading = page.selectFirst("h1");
        String title = heading == null || heading.text().isBlank() ? page.title() : heading.text();
        if (heading != null) {
            heading.remove();
        }
        page.select(DROPPED).remove();
        var reader = new HtmlText(links);
        reader.blocks(page.body(), "", 0);
        return new Read(title.strip(), reader.out.toString().replaceAll("\\n{3,}", "\n\n").strip() + "\n");
    }

    private void blocks(Element parent, String indent, int depth) {
        var line = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && isBlock(element) && depth < MAX_DEPTH) {
                paragraph(line, indent);
                block(element, indent, depth + 1);
            } else {
                line.append(inline(child, depth));
            }
        }
        paragraph(line, indent);
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() || element.selectFirst("p,ul,ol,table,h2,h3,pre") != null;
    }

    private void paragraph(StringBuilder line, String indent) {
        String text = line.toString().replaceAll("[ \\t]*\\n[ \\t]*", "\n").strip();
        line.setLength(0);
        if (!text.isEmpty()) {
            out.append('\n').append(indent).append(atStart(text).replace("\n", "\n" + indent)).append('\n');
        }
    }

    private void block(Element element, String indent, int depth) {
        switch (element.normalName()) {
            case "h1", "h2" -> heading(element, "## ", depth);
            case "h3" -> heading(element, "### ", depth);
            case "h4", "h5", "h6" -> heading(element, "#### ", depth);
            case "ul", "ol" -> list(element, indent, depth);
            case "table" -> table(element, depth);
            case "pre" -> out.append("\n```\n").append(element.wholeText().replace("```", "'''").strip()).append("\n```\n");
            case "blockquote" -> quote(element, depth);
            case "hr" -> out.append("\n---\n");
            default -> blocks(element, indent, depth);
        }
    }

    private void heading(Element element, String mark, int depth) {
        String text = line(element, depth);
        if (!text.isEmpty()) {
            out.append('\n').append(mark).append(text).append('\n');
        }
    }

    private void list(Element list, String indent, int depth) {
        int number = 0;
        for (Element item : list.children()) {
            number++;
            String mark = list.normalName().equals("ol") ? number + ". " : "- ";
            var inner = new HtmlText(links);
            inner.blocks(item, "", depth + 1);
            String text = inner.out.toString().replaceAll("\\n{3,}", "\n\n").strip();
            String deeper = indent + " ".repeat(mark.length());
            out.append('\n').append(indent).append(mark).append(text.replace("\n", "\n" + deeper).replaceAll("(?m)^ +$", ""));
        }
        out.append('\n');
    }

    private void quote(Element quote, int depth) {
        var inner = new HtmlText(links);
        inner.blocks(quote, "", depth + 1);
        out.append("\n> ").append(inner.out.toString().replaceAll("\\n{3,}", "\n\n").strip().replace("\n", "\n> ")).append('\n');
    }

    private void table(Element table, int depth) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            Elements cells = row.select("> th, > td");
            rows.add(cells.stream().map(cell -> line(cell, depth).replace("|", "\\|")).toList());
        }
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        if (width > 0) {
            out.append('\n');
            row(rows.getFirst(), width);
            out.append("|").append("---|".repeat(width)).append('\n');
            rows.stream().skip(1).forEach(row -> row(row, width));
        }
    }

    private void row(List<String> cells, int width) {
        out.append('|');
        for (int i = 0; i < width; i++) {
            out.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
        }
        out.append('\n');
    }

    private String line(Element element, int depth) {
        var text = new StringBuilder();
        element.childNodes().forEach(child -> text.append(inline(child, depth)));
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private String inline(Node node, int depth) {
        if (node instanceof TextNode text) {
            return escape(text.getWholeText().replaceAll("[\\s\\u00A0]+", " "));
        }
        if (!(node instanceof Element element) || depth > MAX_DEPTH) {
            return "";
        }
        String words = depth > MAX_DEPTH - 1 ? escape(element.text()) : inner(element, depth + 1);
        return switch (element.normalName()) {
            case "br" -> "\n";
            case "strong", "b" -> marked(words, "**");
            case "em", "i" -> marked(words, "*");
            case "code", "kbd", "tt" -> "`" + element.text().replace("`", "'") + "`";
            case "img" -> picture(element);
            case "a" -> link(element, words);
            default -> words;
        };
    }

    private String inner(Element element, int depth) {
        var text = new StringBuilder();
        element.childNodes().forEach(child -> text.append(inline(child, depth)));
        return text.toString();
    }

    private static String marked(String words, String mark) {
        return words.isBlank() ? words : mark + words.strip() + mark;
    }

    private static String picture(Element image) {
        String source = image.attr("src").strip();
        boolean isFile = !source.isEmpty() && !source.contains(":") && !source.contains(" ");
        return isFile ? "![" + escape(image.attr("alt")) + "](" + source + ")" : escape(image.attr("alt"));
    }

    private String link(Element link, String words) {
        return links.apply(link.attr("href").strip()).map(target -> "[" + words.strip() + "](" + target + ")").orElse(words);
    }

    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }

    private static String atStart(String text) {
        return text.replaceAll("(?m)^([#+=-])(?=\\s|$|[-=])", "\\\\$1").replaceAll("(?m)^(\\d{1,9})([.)])(?=\\s)", "$1\\\\$2");
    }
}
