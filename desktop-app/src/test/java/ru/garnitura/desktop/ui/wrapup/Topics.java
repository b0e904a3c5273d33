package ru.garnitura.desktop.ui.wrapup;

import java.util.List;
import ru.garnitura.desktop.link.policy.Bilingual;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.Topic;

/// An invented topic tree and results.
public final class Topics {

    private static final Topic TREE_HOME = group("home", "Домашний интернет", "Home internet",
            leaf("t-home-down", "Нет интернета", "No internet"), leaf("t-home-slow", "Низкая скорость", "Slow connection"));
    private static final Topic TREE_CONTRACT = group("contracts", "Договоры", "Contracts",
            leaf("t-minor", "Переоформление на несовершеннолетнего", "Transfer to a minor"),
            leaf("t-accounts", "Счёт за услуги", "Bill for services"));

    private Topics() {
    }

    public static Choices choices() {
        return new Choices(List.of(),
                List.of(new Choices.NotReadyReason("break", new Bilingual("Перерыв", "Break"), null, false)),
                List.of(TREE_HOME, TREE_CONTRACT),
                List.of(new Choices.Result("resolved", new Bilingual("Решено", "Resolved")),
                        new Choices.Result("unresolved", new Bilingual("Не решено", "Not resolved"))), List.of());
    }

    private static Topic group(String id, String ru, String en, Topic... children) {
        return new Topic(id, new Bilingual(ru, en), "", List.of(children));
    }

    private static Topic leaf(String id, String ru, String en) {
        return new Topic(id, new Bilingual(ru, en), "a-1", List.of());
    }
}
