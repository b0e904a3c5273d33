package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.desk.Contacts;
import ru.garnitura.desktop.desk.KeptWrapUps;
import ru.garnitura.desktop.desk.WrapUps;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.settings.WindowMemory;
import ru.garnitura.desktop.ui.wrapup.RecentTopics;
import ru.garnitura.desktop.ui.wrapup.Topics;
import ru.garnitura.desktop.ui.wrapup.WrapUpViewModel;
import ru.garnitura.kb.article.ArticleId;
import ru.garnitura.kb.ui.Pinned;

@SuppressWarnings("NullAway.Init")
class TopicPinsTest {

    private static final List<ArticleId> ARTICLE = List.of(new ArticleId("a-1"));

    @TempDir
    private Path folder;

    private final List<Pinned.Topic> told = new ArrayList<>();
    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private WrapUps wrapUps;
    private WrapUpViewModel model;
    private Subscription pins;

    @BeforeEach
    void follow() {
        var ports = new WrapUps.Ports(new KeptWrapUps(), Runnable::run, Runnable::run, _ -> { }, _ -> { });
        wrapUps = new WrapUps(ports, Duration.ofSeconds(60), () -> Contacts.START);
        model = new WrapUpViewModel(wrapUps, new WrapUpViewModel.Setting(Topics.choices(),
                new Limits.WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(30)), _ -> { }),
                new RecentTopics(WindowMemory.read(folder, Runnable::run)));
        pins = TopicPins.follow(model, language, told::add);
    }

    @AfterEach
    void end() {
        pins.unsubscribe();
    }

    @Test
    void aContactWithoutATopicIsAboutNothing() {
        serve(Contacts.call().session());
        assertThat(told).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void aTopicChosenBringsTheArticleOfTheTree() {
        serve(Contacts.call().session());
        model.choose(model.leaf("t-minor").orElseThrow());
        assertThat(told.getLast()).isEqualTo(new Pinned.Topic("t-minor", "Переоформление на несовершеннолетнего", ARTICLE));
    }

    @Test
    void theTopicIsNamedInTheWindowsLanguage() {
        serve(Contacts.call().session());
        model.choose(model.leaf("t-home-down").orElseThrow());
        language.set(Words.ENGLISH);
        assertThat(told.getLast()).isEqualTo(new Pinned.Topic("t-home-down", "No internet", ARTICLE));
    }

    @Test
    void anotherContactTakesItsOwnTopicAlong() {
        serve(Contacts.call().session());
        model.choose(model.leaf("t-minor").orElseThrow());
        wrapUps.begin(Contacts.chat(), "");
        model.show(Contacts.chat().session());
        assertThat(told.getLast()).isNull();
        model.show(Contacts.call().session());
        assertThat(told.getLast().id()).isEqualTo("t-minor");
        model.show("");
        assertThat(told.getLast()).isNull();
    }

    @Test
    void onceEndedItTellsNothingMore() {
        serve(Contacts.call().session());
        pins.unsubscribe();
        var before = List.copyOf(told.stream().filter(topic -> topic != null).toList());
        model.choose(model.leaf("t-minor").orElseThrow());
        language.set(Words.ENGLISH);
        assertThat(told.stream().filter(topic -> topic != null)).isEqualTo(before);
    }

    private void serve(String session) {
        wrapUps.begin(Contacts.call(), "");
        model.show(session);
    }
}
