package ru.garnitura.kb.index;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/// Words that say nothing about the subject of a search.
final class StopWords {

    private static final Set<String> STOP = Set.of(
            "а", "без", "бы", "в", "во", "вот", "вы", "где", "для", "до", "его", "ее", "если", "есть", "же", "за", "и",
            "из", "или", "им", "их", "к", "как", "какая", "какие", "какой", "ко", "когда", "кто", "куда", "ли", "мне",
            "можно", "мой", "моя", "мы", "на", "надо", "нужно", "о", "об", "он", "она", "они", "от", "по", "под",
            "почему", "при", "про", "с", "сколько", "со", "так", "то", "у", "уже", "чем", "что", "чтобы", "это", "я",
            "a", "an", "and", "for", "how", "in", "is", "of", "on", "or", "the", "to", "what", "with");

    private StopWords() {
    }

    /// Without stop words, or as it is where nothing else would be left.
    static List<String> without(List<String> words) {
        var rest = words.stream().filter(word -> !STOP.contains(word)).toList();
        return rest.isEmpty() ? words : rest;
    }

    /// Words a conversation has whatever it is about: Lucene's lists for both languages besides our own, which is kept
    /// short because in a search somebody chose each word.
    static boolean isSmallTalk(String word) {
        return has(word) || RussianAnalyzer.getDefaultStopSet().contains(word)
                || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word);
    }

    static boolean has(String word) {
        return STOP.contains(word);
    }
}
