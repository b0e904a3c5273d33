package ru.garnitura.kb.store;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.h2.api.ErrorCode;
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
              tags, synonyms, unit, author, verified, expires, read_by, check_sum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /// All: a file of an earlier schema has no `check_sum`, and serves where it can only be read.
    static final String COLUMNS = "*";
    private static final int CHECKED_COLUMNS = 18;
    private static final List<String> CHECKED =
            List.of("id", "rev", "title", "section", "lang", "body", "attachments", "tags", "synonyms", "unit", "author");

    private static final int[] PLACES = {3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14};

    private static final String BETWEEN = "\u001f";
    private static final String WITHIN = "\u001e";

    private ArticleRow() {
    }

    static void bind(PreparedStatement row, String set, long page, Article article) throws SQLException {
        row.setString(1, set);
        row.setLong(2, page);
        var checked = checked(article);
        for (var at = 0; at < checked.size(); at++) {
            row.setString(PLACES[at], checked.get(at));
        }
        row.setBoolean(8, article.labels().mustRead());
        row.setDate(15, date(article.provenance().verified()));
        row.setDate(16, date(article.provenance().expires()));
        row.setDate(17, date(article.labels().readBy()));
        row.setLong(18, sum(checked));
    }

    /// The columns of [#CHECKED].
    private static List<String> checked(Article article) {
        var text = article.text();
        var files = text.attachments().stream()
                .map(file -> String.join(WITHIN, file.sha256(), Long.toString(file.bytes()), file.type(), file.name()))
                .collect(Collectors.joining(BETWEEN));
        return List.of(article.id().value(), article.revision().value(), text.title(), join(text.section().path()),
                text.language(), text.body(), files, join(article.labels().tags()), join(article.labels().synonyms()),
                article.provenance().unit(), article.provenance().author());
    }

    /// The file says of its pages where they belong, not whether their words are still those that were written.
    private static long sum(List<String> columns) {
        var sum = new CRC32C();
        for (var column : columns) {
            sum.update(column.getBytes(StandardCharsets.UTF_8));
            sum.update(0);
        }
        return sum.getValue();
    }

    /// @throws SQLException with the code of a damaged file where the row is not what was written
    static Article read(ResultSet row) throws SQLException {
        try {
            check(row);
            return article(row);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private static void check(ResultSet row) throws SQLException {
        if (row.getMetaData().getColumnCount() < CHECKED_COLUMNS) {
            return;
        }
        var written = row.getLong("check_sum");
        if (row.wasNull()) {
            return;
        }
        var columns = new ArrayList<String>();
        for (var column : CHECKED) {
            columns.add(String.valueOf(row.getString(column)));
        }
        if (sum(columns) != written) {
            throw damaged(null);
        }
    }

    static SQLException damaged(@Nullable Exception cause) {
        return new SQLException("an article is not what was written", "90030", ErrorCode.FILE_CORRUPTED_1, cause);
    }

    private static Article article(ResultSet row) throws SQLException {
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
