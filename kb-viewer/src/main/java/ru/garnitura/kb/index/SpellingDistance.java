package ru.garnitura.kb.index;

/// How far a mistyped word is from a real one, in edits: a neighbouring key, an unstressed vowel or a doubled letter
/// costs less than an arbitrary letter, two letters swapped cost one edit.
final class SpellingDistance {

    private static final double FULL = 1;
    private static final double LIKELY = 0.6;
    private static final String[] ROWS = {"йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final String[] ALIKE = {"оа", "еи", "яеи", "ыи", "тд", "сз", "бп", "гк", "вф", "шщ", "жш", "ьъ", "эе", "уо", "цс"};

    private SpellingDistance() {
    }

    static double between(String typed, String real) {
        var rows = new double[typed.length() + 1][real.length() + 1];
        for (var i = 0; i <= typed.length(); i++) {
            for (var j = 0; j <= real.length(); j++) {
                rows[i][j] = cell(rows, typed, i, real, j);
            }
        }
        return rows[typed.length()][real.length()];
    }

    private static double cell(double[][] rows, String typed, int i, String real, int j) {
        if (i == 0 || j == 0) {
            return (i + j) * FULL;
        }
        var replaced = rows[i - 1][j - 1] + replacement(typed.charAt(i - 1), real.charAt(j - 1));
        var inserted = rows[i - 1][j] + repetition(typed, i - 1);
        var dropped = rows[i][j - 1] + repetition(real, j - 1);
        var best = Math.min(replaced, Math.min(inserted, dropped));
        if (i > 1 && j > 1 && typed.charAt(i - 1) == real.charAt(j - 2) && typed.charAt(i - 2) == real.charAt(j - 1)) {
            best = Math.min(best, rows[i - 2][j - 2] + LIKELY);
        }
        return best;
    }

    private static double repetition(String word, int at) {
        return at > 0 && word.charAt(at) == word.charAt(at - 1) ? LIKELY : FULL;
    }

    private static double replacement(char typed, char real) {
        if (typed == real) {
            return 0;
        }
        return soundAlike(typed, real) || neighbours(typed, real) ? LIKELY : FULL;
    }

    private static boolean soundAlike(char a, char b) {
        for (var group : ALIKE) {
            if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean neighbours(char a, char b) {
        for (var row : ROWS) {
            var at = row.indexOf(a);
            if (at >= 0) {
                var other = row.indexOf(b);
                return other >= 0 && Math.abs(at - other) == 1;
            }
        }
        return false;
    }
}
