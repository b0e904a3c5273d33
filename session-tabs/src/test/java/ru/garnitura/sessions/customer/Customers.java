package ru.garnitura.sessions.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import ru.garnitura.sessions.customer.FieldGroup.Access;
import ru.garnitura.sessions.customer.FieldGroup.Field;
import ru.garnitura.sessions.customer.InteractionRecord.Course;
import ru.garnitura.sessions.customer.InteractionRecord.Kind;
import ru.garnitura.sessions.customer.InteractionRecord.Result;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;

/// Invented customers, as in the pictures.
public final class Customers {

    private static final Instant NOW = Instant.parse("2026-11-22T11:04:00Z");

    private Customers() {}

    public static Customer marina() {
        CustomerProfile profile = new CustomerProfile(LocalDate.of(2020, 10, 3), "Саранск", ZoneId.of("Europe/Moscow"),
                List.of(new PhoneNumber("+79375550118")),
                new Wishes(new Wishes.CallHours(LocalTime.of(10, 0), LocalTime.of(21, 0)), List.of()));
        return new Customer(new CustomerId("c-17"), "Марина Юрьевна Белова", profile, List.of(
                new FieldGroup("contact", Access.OPEN, List.of(
                        new Field("Номер", "+7 937 ••• •• 18", ""), new Field("Тариф", "«Семейный 20»", ""))),
                new FieldGroup("money", Access.LOCKED, List.of(new Field("Баланс", "", "")))), "r7");
    }

    public static InteractionPage history() {
        return new InteractionPage(List.of(
                record("i-1", "2026-11-22T11:01:00Z", course(Kind.INCOMING, Channel.WHATSAPP, Result.OPEN, 0),
                        "Переоформление номера", ""),
                record("i-2", "2026-11-21T15:40:00Z", course(Kind.INCOMING, Channel.CALL, Result.SOLVED, 372),
                        "Сменить паспортные данные", "Рекомендован визит в салон"),
                record("i-3", "2026-11-21T15:31:00Z", course(Kind.INCOMING, Channel.CALL, Result.MISSED, 185), "", ""),
                record("i-4", "2026-11-19T08:00:00Z", course(Kind.INCOMING, Channel.SITE, Result.SOLVED, 540),
                        "Не приходил код подтверждения", ""),
                record("i-5", "2026-11-02T08:00:00Z", course(Kind.GOODWILL, Channel.OTHER, Result.NONE, 0),
                        "Начислено 3 ГБ", "")), true, new InteractionPage.Totals(1, 0, 3));
    }

    public static Instant now() {
        return NOW;
    }

    private static Course course(Kind kind, Channel channel, Result result, int seconds) {
        return new Course(kind, channel, result, Duration.ofSeconds(seconds), "Лебедев");
    }

    private static InteractionRecord record(String id, String at, Course course, String topic, String note) {
        return new InteractionRecord(id, Instant.parse(at), course, topic, note);
    }
}
