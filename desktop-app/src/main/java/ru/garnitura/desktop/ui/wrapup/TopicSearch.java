package ru.garnitura.desktop.ui.wrapup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ru.garnitura.desktop.link.policy.Topic;

/// Finds topics by what is typed: every word must stand somewhere on the way from the root, in any order; case does not
/// matter, and `ё` reads as `е`.
final class TopicSearch {

    private final List<String> words;
    private final Locale language;

    private TopicSearch(List<String> words, Locale language) {
        this.words = words;
        this.language = language;
    }

    static TopicSearch of(String typed, Locale language) {
        return new TopicSearch(Stream.of(fold(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList(), language);
    }

    /// What is left of the trees; all of them when nothing is typed.
    List<Topic> in(List<Topic> roots) {
        return roots.stream().flatMap(root -> narrowed(root, "").stream()).toList();
    }

    /// This topic and all below it, in the order of the tree.
    static Stream<Topic> all(Topic topic) {
        return Stream.concat(Stream.of(topic), topic.children().stream().flatMap(TopicSearch::all));
    }

    private Optional<Topic> narrowed(Topic topic, String path) {
        String here = path + " " + fold(topic.title().in(language));
        if (words.stream().allMatch(here::contains)) {
            return Optional.of(topic);
        }
        List<Topic> left = topic.children().stream().flatMap(child -> narrowed(child, here).stream()).toList();
        return left.isEmpty() ? Optional.empty()
                : Optional.of(new Topic(topic.id(), topic.title(), topic.article(), left));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\u0451', '\u0435');
    }
}
