package ru.garnitura.sessions.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.controls.Chip;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.Wishes;

/// The short facts under the name: when to call, promises, how often in a week, how old the copy is.
final class CardChips {

    private static final int OFTEN = 3;

    private final Look look;

    CardChips(Look look) {
        this.look = look;
    }

    List<Node> of(CardContent content, Customer customer) {
        List<Node> chips = new ArrayList<>();
        Wishes wishes = customer.profile().wishes();
        wishes.promises().forEach(promise -> chips.add(promise(promise)));
        if (wishes.callHours() != null) {
            chips.add(callHours(wishes.callHours(), LocalTime.ofInstant(look.now(), customer.profile().zone())));
        }
        InteractionPage history = content.history();
        if (history != null && history.totals().sameTopicInWeek() > 1) {
            int times = history.totals().sameTopicInWeek();
            chips.add(chip(times < OFTEN ? Tone.WARN : Tone.DANGER, Icon.REPEAT, look.words().now("card.repeat", times)));
        }
        if (content.copyAge() != null) {
            chips.add(chip(Tone.NEUTRAL, Icon.CLOUD_OFF, copyAge(content.copyAge())));
        }
        return chips;
    }

    private Chip promise(Wishes.Promise promise) {
        Instant due = promise.due();
        boolean overdue = due.isBefore(look.now());
        String key = overdue ? "card.promise.overdue" : "card.promise";
        String text = look.words().now(key, SafeText.line(promise.text()), look.formats().moment(due));
        return chip(overdue ? Tone.DANGER : Tone.WARN, overdue ? Icon.ALERT_TRIANGLE : Icon.FLAG, text);
    }

    private Chip callHours(Wishes.CallHours hours, LocalTime there) {
        if (hours.welcome(there)) {
            return chip(Tone.NEUTRAL, Icon.PHONE, look.words().now("card.call", hours.from(), hours.until()));
        }
        return chip(Tone.WARN, Icon.MOON, look.words().now("card.no-call", hours.from()));
    }

    private String copyAge(Duration age) {
        return age.toMinutes() < 1
                ? look.words().now("card.copy.now") : look.words().now("card.copy", look.formats().age(age));
    }

    private static Chip chip(Tone tone, Icon icon, String text) {
        Chip chip = new Chip(tone).with(icon);
        chip.setText(text);
        return chip;
    }
}
