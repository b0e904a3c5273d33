package ru.garnitura.kb.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;

/// What there is to learn, and how much of it was read.
///
/// @param collections what must be read first, then what went wrong, then the sections
public record StudyPlan(List<StudyCollection> collections, Set<ArticleId> read) {

    public static final StudyPlan EMPTY = new StudyPlan(List.of(), Set.of());

    public StudyPlan {
        collections = List.copyOf(collections);
        read = Set.copyOf(read);
    }

    /// @param titles by section and title
    /// @param repeat what went wrong in drills and questions
    public static StudyPlan of(List<ArticleTitle> titles, Set<ArticleId> read, Set<ArticleId> repeat) {
        List<StudyCollection> all = new ArrayList<>();
        some(titles, ArticleTitle::mustRead, StudyCollection.Kind.MUST_READ, all);
        some(titles, title -> repeat.contains(title.id()), StudyCollection.Kind.REPEAT, all);
        Map<String, List<ArticleTitle>> sections = new LinkedHashMap<>();
        titles.forEach(title -> sections
                .computeIfAbsent(title.section().path().isEmpty() ? "" : title.section().path().getFirst(), _ -> new ArrayList<>())
                .add(title));
        sections.forEach((name, articles) -> all.add(new StudyCollection(StudyCollection.Kind.SECTION, name, articles)));
        return new StudyPlan(all, read);
    }

    private static void some(List<ArticleTitle> titles, Predicate<ArticleTitle> wanted, StudyCollection.Kind kind,
            List<StudyCollection> into) {
        List<ArticleTitle> found = titles.stream().filter(wanted).toList();
        if (!found.isEmpty()) {
            into.add(new StudyCollection(kind, "", found));
        }
    }

    /// Articles in the base, each counted once.
    public int total() {
        return Math.toIntExact(articles().count());
    }

    /// How many of them were read.
    public int readCount() {
        return Math.toIntExact(articles().filter(read::contains).count());
    }

    private Stream<ArticleId> articles() {
        return collections.stream().flatMap(collection -> collection.articles().stream()).map(ArticleTitle::id).distinct();
    }
}
