package ru.garnitura.backoffice.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ru.garnitura.backoffice.customers.Interactions;
import ru.garnitura.backoffice.customers.Profile;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.web.Json;

/// Years of invented interactions over all channels, from the templates in `seed/history.json`.
final class SeedHistory {
    private static final List<String> CHANNELS = List.of(
            "call", "call", "call", "call", "call", "call", "site", "site", "app", "whatsapp", "telegram", "telegram",
            "viber", "vk", "email", "review");
    private static final List<String> RESULTS = List.of(
            "resolved", "resolved", "resolved", "resolved", "resolved", "unresolved", "callback", "dropped");
    private final Templates templates;
    private final People people;
    private final Dice dice;
    private final Instant now;
    private final List<Operator> operators;
    private final List<String> topics;
    private int count;

    SeedHistory(Templates templates, People people, Dice dice, Instant now, List<Operator> operators) {
        this.templates = templates;
        this.people = people;
        this.dice = dice;
        this.now = now;
        this.operators = operators;
        this.topics = templates.topics().keySet().stream().sorted().toList();
    }

    /// Sentences with holes: `{s}` roubles, `{d}` day, `{h}` hour, `{k}` a small number, `{n}` a claim, `{a}` address,
    /// `{p}` a place abroad.
    record Templates(Map<String, List<String>> tails, Map<String, Topic> topics) {}

    record Topic(List<String> ask, List<String> answer, List<String> note) {}

    record Line(String from, String name, String text, Instant at) {}

    /// The history of one customer, oldest first.
    List<Interactions.Entry> of(String customer, Profile profile) {
        var entries = new ArrayList<Interactions.Entry>();
        int wanted = dice.skewed(3, 38);
        String again = dice.one(topics);
        for (int i = 0; i < wanted; i++) {
            Instant at = when(profile, i == 0);
            boolean repeats = dice.percent(15);
            entries.add(entry(customer, profile, repeats ? again : dice.one(topics), at));
        }
        entries.sort(Comparator.comparing(Interactions.Entry::at));
        return entries;
    }

    private Instant when(Profile profile, boolean recently) {
        long days = Duration.between(profile.since().atStartOfDay(ZoneOffset.UTC).toInstant(), now).toDays();
        long back = recently ? dice.between(0, 12) : dice.skewed(1, (int) Math.max(2, days - 1));
        LocalTime time = LocalTime.of(dice.between(8, 21), dice.between(0, 59), dice.between(0, 59));
        Instant at = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .minusDays(back)
                .atTime(time)
                .atZone(ZoneId.of(profile.timeZone()))
                .toInstant();
        return at.isAfter(now.minus(Duration.ofHours(1))) ? at.minus(Duration.ofDays(1)) : at;
    }

    private Interactions.Entry entry(String customer, Profile profile, String topic, Instant at) {
        count++;
        String channel = dice.one(CHANNELS);
        boolean call = channel.equals("call");
        if (call && dice.percent(6)) {
            return missed(customer, at);
        }
        String result = call ? dice.one(RESULTS) : dice.percent(85) ? "resolved" : "unresolved";
        Operator operator = dice.one(operators);
        int wait = dice.skewed(3, 240);
        int talk = dice.skewed(40, call ? 900 : 2400);
        return new Interactions.Entry(
                "i-" + (10_000 + count),
                customer,
                channel,
                call && dice.percent(9) ? "out" : "in",
                at,
                at.plusSeconds(wait + talk),
                wait,
                talk,
                call && dice.percent(35) ? dice.between(8, 120) : 0,
                call && dice.percent(12) ? 1 : 0,
                operator.id(),
                call ? "q-support" : "q-messengers",
                topic,
                result,
                fill(dice.one(topic(topic).note()) + " " + dice.one(tails(result))),
                null,
                call ? null : Json.text(transcript(profile, operator, topic(topic), at)));
    }

    private Interactions.Entry missed(String customer, Instant at) {
        int wait = dice.between(30, 260);
        return new Interactions.Entry(
                "i-" + (10_000 + count), customer, "call", "in", at, at.plusSeconds(wait), wait, 0, 0, 0, null,
                "q-support", null, "missed", "", null, null);
    }

    private List<Line> transcript(Profile profile, Operator operator, Topic topic, Instant at) {
        String customer = profile.name().substring(0, profile.name().lastIndexOf(' '));
        var lines = new ArrayList<Line>();
        Instant time = at;
        for (int i = 0; i < topic.ask().size(); i++) {
            lines.add(new Line("customer", customer, fill(topic.ask().get(i)), time));
            time = time.plusSeconds(dice.between(20, 140));
            lines.add(new Line("operator", operator.firstName(), fill(topic.answer().get(i)), time));
            time = time.plusSeconds(dice.between(20, 200));
            if (dice.percent(45)) {
                break;
            }
        }
        return lines;
    }

    private Topic topic(String id) {
        Topic topic = templates.topics().get(id);
        if (topic == null) {
            throw new IllegalStateException("no templates for " + id);
        }
        return topic;
    }

    private List<String> tails(String result) {
        List<String> tails = templates.tails().get(result);
        return tails == null ? List.of("") : tails;
    }

    private String fill(String template) {
        return template.replace("{s}", Integer.toString(dice.between(4, 180) * 10))
                .replace("{d}", Integer.toString(dice.between(1, 28)))
                .replace("{h}", Integer.toString(dice.between(10, 20)))
                .replace("{k}", Integer.toString(dice.between(2, 4)))
                .replace("{n}", "№ " + dice.between(100_000, 999_999))
                .replace("{a}", dice.one(people.streets()) + ", " + dice.between(1, 120))
                .replace("{p}", dice.one(people.places()))
                .strip();
    }
}
