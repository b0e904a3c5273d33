package ru.garnitura.kb.index;

import java.util.List;

/// A line with the found words marked.
public record Marked(List<Piece> pieces) {

    public Marked {
        pieces = List.copyOf(pieces);
    }

    /// Words in a row, all found or none.
    public record Piece(String text, boolean found) {
    }

    /// The line without its marks.
    public String plain() {
        var line = new StringBuilder();
        pieces.forEach(piece -> line.append(piece.text()));
        return line.toString();
    }
}
