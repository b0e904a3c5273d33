package ru.garnitura.desktop.app;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.desk.WrapUp;
import ru.garnitura.desktop.link.policy.Topic;
import ru.garnitura.desktop.ui.wrapup.WrapUpViewModel;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.ui.Pinned;

/// Tells the base what the contact shown is about, as soon as its topic is set: the article the topic tree leads to
/// belongs to the topic for everybody. FX lane.
final class TopicPins {

    private TopicPins() {
    }

    /// @param about told each time it is another topic, null while there is none
    /// @return ends it
    static Subscription follow(WrapUpViewModel wrapUp, ObservableValue<Locale> language, Consumer<Pinned.@Nullable Topic> about) {
        return wrapUp.shown().flatMap(now -> language.map(locale -> topic(wrapUp, now, locale))).subscribe(about);
    }

    private static Pinned.@Nullable Topic topic(WrapUpViewModel wrapUp, WrapUp now, Locale locale) {
        return wrapUp.leaf(now.disposition().topic()).map(topic -> new Pinned.Topic(topic.id(), topic.title().in(locale), given(topic)))
                .orElse(null);
    }

    private static List<ArticleId> given(Topic topic) {
        return topic.article().isEmpty() ? List.of() : List.of(new ArticleId(topic.article()));
    }
}
