package ru.garnitura.kb.index;

import java.util.List;

/// Cuts derivational suffixes from a stem, so that a verb, its noun and its adjective meet: to delete, deletion,
/// deletable. At least four letters stay; alternating consonants at the end become one.
final class RussianRoot {

    private static final int SHORTEST = 4;
    private static final int ROUNDS = 3;

    /// Longest first within a round.
    private static final List<String> SUFFIXES = List.of(
            "изирова", "ировани", "ирован", "изаци", "изац", "ирова", "ировк", "ствова", "ительн",
            "овани", "евани", "ывани", "ивани", "тельн", "ованн", "альн", "ельн", "ичн",
            "енн", "анн", "янн", "ени", "ани", "яни", "ова", "ева", "ыва", "ива", "аци", "яци", "ац", "яц", "ост", "ест", "тел",
            "ств", "щик", "чик", "ник", "ниц", "очк", "ечк", "оньк", "еньк",
            "ан", "ян", "ен", "ин", "ов", "ев", "ик", "ек", "ок", "иц", "ск", "лк", "нн",
            "к", "н", "а", "я", "и", "е", "о", "у", "ю", "ь", "й");
    /// What ends a borrowed root: nothing before it is a suffix.
    private static final String BORROWED = "иров";
    private static final String LABIALS = "бпвфм";

    private RussianRoot() {
    }

    static String of(String stem) {
        var root = stem;
        for (var round = 0; round < ROUNDS; round++) {
            var shorter = cut(root, round == 0 ? SHORTEST : SHORTEST + 1);
            var whole = shorter.equals(root) || root.startsWith(BORROWED, shorter.length());
            root = shorter;
            if (whole) {
                break;
            }
        }
        return joinAlternations(root);
    }

    private static String cut(String stem, int shortest) {
        for (var suffix : SUFFIXES) {
            if (stem.length() - suffix.length() >= shortest && stem.endsWith(suffix)) {
                return stem.substring(0, stem.length() - suffix.length());
            }
        }
        return stem;
    }

    /// To protect and to be protecting differ in their last consonant (т, щ), to arrange and arrangement in an
    /// inserted one (м, мл).
    private static String joinAlternations(String root) {
        var last = root.length() - 1;
        if (root.length() > SHORTEST && root.charAt(last) == 'л' && LABIALS.indexOf(root.charAt(last - 1)) >= 0) {
            return root.substring(0, last);
        }
        return switch (root.charAt(last)) {
            case 'щ', 'ч' -> root.substring(0, last) + 'т';
            case 'ж' -> root.substring(0, last) + 'д';
            case 'ш' -> root.substring(0, last) + 'с';
            default -> root;
        };
    }
}
