package ru.garnitura.kb.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import ru.garnitura.kb.article.Article;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.article.ArticleTitle;
import ru.garnitura.kb.store.H2ArticleStore;

/// Makes prompts of what editors say customers call things. I/O threads.
public final class DrillPrompts {

    private static final int LOOKED_AT = 400;
    private static final int SHORTEST = 4;

    private DrillPrompts() {
    }

    /// Some prompts in no order, each from another article. Fewer where the base has few synonyms.
    public static List<DrillPrompt> some(H2ArticleStore store, int count, RandomGenerator random) {
        List<ArticleTitle> titles = new ArrayList<>(store.titles());
        Collections.shuffle(titles, random);
        List<Article> articles = titles.stream().limit(LOOKED_AT).flatMap(title -> store.find(title.id()).stream()).toList();
        return of(articles, count, random);
    }

    static List<DrillPrompt> of(List<Article> articles, int count, RandomGenerator random) {
        Map<String, Set<ArticleId>> byWords = new LinkedHashMap<>();
        articles.forEach(article -> article.labels().synonyms()
                .forEach(words -> byWords.computeIfAbsent(key(words), _ -> new HashSet<>()).add(article.id())));
        List<DrillPrompt> prompts = new ArrayList<>();
        for (Article article : articles) {
            List<String> words = article.labels().synonyms().stream().filter(one -> one.strip().length() >= SHORTEST).toList();
            if (!words.isEmpty() && prompts.size() < count) {
                String chosen = words.get(random.nextInt(words.size()));
                prompts.add(new DrillPrompt(chosen, byWords.getOrDefault(key(chosen), Set.of(article.id()))));
            }
        }
        return prompts;
    }

    private static String key(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
