package ru.garnitura.backoffice.editing;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// A draft as its readers will see it: the Markdown dialect of the desktop, raw HTML shown as the text it is, links and
/// pictures without an address of their own. The page rebuilds what comes from an allow-list once more.
final class PreviewHtml {
    private static final int MAX_NESTING = 24;
    private static final int MAX_INLINE_NESTING = 64;
    private static final String ARTICLE = "kb:";
    private static final TablesExtension TABLES = (TablesExtension) TablesExtension.create();
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TABLES))
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_INLINE_NESTING)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TABLES))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> disarm(node, attributes))
            .build();

    private PreviewHtml() {}

    static String of(String markdown) {
        return RENDERER.render(PARSER.parse(markdown.replace("\r\n", "\n")));
    }

    private static void disarm(Node node, Map<String, String> attributes) {
        attributes.remove("title");
        switch (node) {
            case Link link -> {
                attributes.clear();
                boolean inside = link.getDestination().startsWith(ARTICLE);
                attributes.put(inside ? "data-article" : "data-outside", link.getDestination());
            }
            case Image image -> {
                attributes.remove("src");
                attributes.put("data-file", image.getDestination());
            }
            default -> attributes.remove("style");
        }
    }
}
