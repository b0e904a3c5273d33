package ru.garnitura.kb.article;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/// Reads a table in pieces of bounded size, so that a table of any length can be virtualised too.
final class MarkdownTable {

    static final int MAX_COLUMNS = 16;
    static final int ROWS_TO_A_PIECE = 40;
    static final int MAX_ROWS = 4_000;

    private MarkdownTable() {
    }

    static void read(TableBlock table, List<Block> out) {
        List<List<Inline>> header = List.of();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableHead head) {
                header = cells(head.getFirstChild());
            } else if (part instanceof TableBody body) {
                rows(header, body, out);
                return;
            }
        }
        out.add(new Block.Table(header, List.of()));
    }

    private static void rows(List<List<Inline>> header, TableBody body, List<Block> out) {
        var piece = new ArrayList<List<List<Inline>>>();
        var count = 0;
        for (var row = body.getFirstChild(); row != null; row = row.getNext()) {
            if (++count > MAX_ROWS) {
                break;
            }
            piece.add(cells(row));
            if (piece.size() == ROWS_TO_A_PIECE) {
                out.add(new Block.Table(header, List.copyOf(piece)));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            out.add(new Block.Table(header, List.copyOf(piece)));
        }
        if (count > MAX_ROWS) {
            out.add(new Block.Omission());
        }
    }

    private static List<List<Inline>> cells(Node row) {
        var cells = new ArrayList<List<Inline>>();
        for (var cell = row.getFirstChild(); cell != null && cells.size() < MAX_COLUMNS; cell = cell.getNext()) {
            cells.add(InlineRuns.of(cell));
        }
        return List.copyOf(cells);
    }
}
