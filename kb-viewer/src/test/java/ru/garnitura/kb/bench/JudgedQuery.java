package ru.garnitura.kb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A query with the articles that answer it: `n TAB class TAB query TAB id[,id...]`.
record JudgedQuery(String kind, String words, Set<String> answers) {

    static List<JudgedQuery> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(line -> line.split("\t", -1))
                .filter(row -> row.length >= 4 && !"n".equals(row[0]))
                .map(row -> new JudgedQuery(row[1], row[2], Set.of(row[3].split(",")))).toList();
    }

    /// Where the first right article stands, from 1; 0 where it is not among the first ten.
    int rankIn(List<String> found) {
        for (var i = 0; i < Math.min(10, found.size()); i++) {
            if (answers.contains(found.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
