package ru.garnitura.kb.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleText;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.Labels;
import ru.garnitura.kb.article.Provenance;
import ru.garnitura.kb.article.Revision;
import ru.garnitura.kb.article.Section;

/// An article as a row and back. Lists are kept in one column, separated by characters no editor can type.
final class ArticleRow {

    static final String INSERT = """
            INSERT INTO article(set_name, page, id, rev, title, section, lang, must_read, body, attachments,
              tags, synonyms, unit, author, verified, expires, read_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    static final String COLUMNS =
            "id, rev, title, section, lang, must_read, body, attachments, tags, synonyms, unit, author, verified, expires, "
                    + "read_by";

    private static final String BETWEEN = "\u001f";
    private static final String WITHIN = "\u001e";

    private ArticleRow() {
    }

    static void bind(PreparedStatement row, String set, long page, Article article) throws SQLException {
        row.setString(1, set);
        row.setLong(2, page);
        row.setString(3, article.id().value());
        row.setString(4, article.revision().value());
        bindText(row, article.text());
        row.setBoolean(8, article.labels().mustRead());
        row.setString(11, join(article.labels().tags()));
        row.setString(12, join(article.labels().synonyms()));
        bindProvenance(row, article.provenance());
        row.setDate(17, date(article.labels().readBy()));
    }

    private static void bindText(PreparedStatement row, ArticleText text) throws SQLException {
        row.setString(5, text.title());
        row.setString(6, join(text.section().path()));
        row.setString(7, text.language());
        row.setString(9, text.body());
        row.setString(10, text.attachments().stream()
                .map(file -> String.join(WITHIN, file.sha256(), Long.toString(file.bytes()), file.type(), file.name()))
                .collect(Collectors.joining(BETWEEN)));
    }

    private static void bindProvenance(PreparedStatement row, Provenance provenance) throws SQLException {
        row.setString(13, provenance.unit());
        row.setString(14, provenance.author());
        row.setDate(15, date(provenance.verified()));
        row.setDate(16, date(provenance.expires()));
    }

    static Article read(ResultSet row) throws SQLException {
        var text = new ArticleText(row.getString("title"), section(row.getString("section")), row.getString("lang"),
                row.getString("body"), attachments(row.getString("attachments")));
        var labels = new Labels(split(row.getString("tags")), split(row.getString("synonyms")),
                row.getBoolean("must_read"), day(row.getDate("read_by")));
        var provenance = new Provenance(row.getString("unit"), row.getString("author"),
                day(row.getDate("verified")), day(row.getDate("expires")));
        return new Article(new ArticleId(row.getString("id")), new Revision(row.getString("rev")), text, labels,
                provenance);
    }

    static Section section(String column) {
        return new Section(split(column));
    }

    static List<Attachment> attachments(String column) {
        return split(column).stream().map(file -> file.split(WITHIN, -1))
                .map(parts -> new Attachment(parts[0], Long.parseLong(parts[1]), parts[2], parts[3])).toList();
    }

    private static String join(List<String> list) {
        return String.join(BETWEEN, list);
    }

    private static List<String> split(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(BETWEEN, -1));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
