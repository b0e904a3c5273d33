package ru.garnitura.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ru.garnitura.assets.Pictures;
import ru.garnitura.assets.Theme;
import ru.garnitura.assets.ThemeSwitch;
import ru.garnitura.assets.Words;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatEvent;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.customer.Customers;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionOrigin;

/// The three columns with a full shift's work in them; the pictures in target/pictures are for people to look at.
@ExtendWith(ApplicationExtension.class)
class SessionsPicturesUiTest {

    private static final SessionId MARINA = new SessionId("s-marina");
    private static final SessionId CALL = new SessionId("call-1");

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private SessionsDesk desk;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    private long inbox;

    @Start
    void start(Stage window) {
        stage = window;
        desk = new SessionsDesk(folder.resolve("db"), 1292, 884,
                filled -> filled.customers.add(Customers.marina(), Customers.history()));
        stage.setScene(desk.scene);
        stage.show();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(desk.module::close);
    }

    @Test
    void aBusyDeskInEveryThemeLanguageAndSize(FxRobot robot) {
        fill(robot);
        picture(robot, "sessions-light-ru", Theme.LIGHT, Words.RUSSIAN);
        picture(robot, "sessions-dark-ru", Theme.DARK, Words.RUSSIAN);
        picture(robot, "sessions-contrast-en", Theme.CONTRAST, Words.ENGLISH);
        robot.interact(() -> {
            stage.setWidth(1366 - 4);
            stage.setHeight(652);
        });
        picture(robot, "sessions-1366-light-en", Theme.LIGHT, Words.ENGLISH);
        assertThat(robot.lookup(".scroll-bar").queryAllAs(ScrollBar.class))
                .noneMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL);
        robot.interact(() -> desk.module.select(CALL));
        picture(robot, "sessions-call-light-ru", Theme.LIGHT, Words.RUSSIAN);
        assertThat(texts(desk.scene.getRoot())).noneMatch(text -> text.contains("{0}"));
    }

    @Test
    void emptyPlacesSayWhatToDo(FxRobot robot) {
        picture(robot, "sessions-empty-light-ru", Theme.LIGHT, Words.RUSSIAN);
        assertThat(texts(desk.scene.getRoot())).contains("Обращений нет", "Здесь будет переписка");
    }

    private void picture(FxRobot robot, String name, Theme theme, Locale language) {
        robot.interact(() -> {
            desk.language.set(language);
            ThemeSwitch.apply(desk.scene, theme);
        });
        desk.settle();
        Pictures.save(desk.scene, name);
    }

    private void fill(FxRobot robot) {
        Instant now = desk.clock.instant();
        robot.interact(() -> desk.module.openCall(
                new CallFacts(CALL, "Ирина Соколова", "+79275550134", "Техподдержка", now.minusSeconds(185))));
        desk.clock.advance(Duration.ofSeconds(-137));
        robot.interact(() -> desk.module.callAnswered(CALL));
        desk.clock.advance(Duration.ofSeconds(137));
        chat("s-pavel", Channel.TELEGRAM, "Павел Д.", "ну так что, когда починят?", 52);
        say(new SessionId("s-pavel"), 2, Author.Side.CUSTOMER, "алло", 40);
        chat("s-guest", Channel.SITE, "Гость с сайта", "Добрый день", 12);
        desk.transport.say(new ChatEvent.Typing(new SessionId("s-guest"), Duration.ofSeconds(60)));
        chat("s-timur", Channel.APP, "Тимур Ахметов", "Спасибо, проверю вечером", 8);
        chat("s-vector", Channel.EMAIL, "ООО «Вектор»", "Детализация за октябрь", 4 * 3600);
        chat("s-review", Channel.REVIEW, "Отзыв в магазине приложений", "★★☆☆☆ Не открывается кабинет", 86_400);
        marina();
        desk.transport.say(new ChatEvent.Offered(new SessionId("s-offer"), ++inbox, new SessionOrigin(Channel.VK,
                new SessionOrigin.Party("Олег Нестеров", "", null), "Продажи", now.minusSeconds(8)), now.plusSeconds(12)));
        desk.settle();
        robot.interact(() -> desk.module.select(MARINA));
        robot.interact(() -> {
            desk.module.suggestions().setAll(suggestion("Переоформление на несовершеннолетнего"),
                    suggestion("Документы для переоформления"), suggestion("Адреса салонов"));
            desk.module.insert("Приехать нужно один раз, вместе с сыном. Возьмите его паспорт и ваш…");
            desk.ticker.tick();
            desk.module.focusComposer();
        });
    }

    private void marina() {
        SessionOrigin origin = new SessionOrigin(Channel.WHATSAPP, new SessionOrigin.Party(
                "Марина Юрьевна", "+79375550118", new CustomerId("c-17")), "Техподдержка", desk.clock.instant());
        desk.transport.say(new ChatEvent.Assigned(MARINA, ++inbox, origin));
        say(MARINA, 1, Author.Side.SYSTEM, "Чат-бот передал диалог · тема: переоформление", 181);
        say(MARINA, 2, Author.Side.CUSTOMER,
                "Здравствуйте! Хочу переоформить свой номер на сына. Ему 15 лет, это можно?", 180);
        say(MARINA, 3, Author.Side.OPERATOR, "Здравствуйте, Марина Юрьевна! Да, можно: с 14 лет договор оформляется на "
                + "него с согласия родителя. Подскажите, вы хотите сохранить текущий тариф?", 120);
        say(MARINA, 4, Author.Side.CUSTOMER, "Да, тариф пусть останется. А надо ехать в салон?", 31);
        say(MARINA, 5, Author.Side.CUSTOMER, "И что с собой взять", 20);
        desk.transport.say(new ChatEvent.Receipt(MARINA, 6, 5, ChatEvent.Receipt.Kind.DELIVERED));
    }

    private void chat(String id, Channel channel, String name, String text, int secondsAgo) {
        SessionOrigin origin = new SessionOrigin(
                channel, new SessionOrigin.Party(name, "", null), "Техподдержка", desk.clock.instant());
        desk.transport.say(new ChatEvent.Assigned(new SessionId(id), ++inbox, origin));
        say(new SessionId(id), 1, Author.Side.CUSTOMER, text, secondsAgo);
    }

    private void say(SessionId session, long seq, Author.Side side, String text, int secondsAgo) {
        @Nullable String key = side == Author.Side.OPERATOR ? "k-" + seq : null;
        ChatMessage.Ref ref = new ChatMessage.Ref("m-" + session + "-" + seq, key, seq);
        desk.transport.say(new ChatEvent.Arrived(session, ChatMessage.received(
                ref, new Author(side, ""), text, desk.clock.instant().minusSeconds(secondsAgo))));
    }

    private static Button suggestion(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("soft");
        return button;
    }

    private static List<String> texts(Parent root) {
        return root.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
    }
}
