package ru.garnitura.desktop.desk;

import java.time.Duration;
import java.time.Instant;

/// Invented contacts.
public final class Contacts {

    public static final Instant START = Instant.parse("2026-11-22T11:00:02Z");

    private Contacts() {
    }

    /// A call of four and a half minutes.
    public static Contact call() {
        var party = new Contact.Party("Ирина Соколова", "+79375550118", "q-support", true);
        var course = new Contact.Course(START, START.plusSeconds(7), START.plusSeconds(268), Duration.ofSeconds(48),
                Duration.ofSeconds(35));
        return new Contact("call-5f20", Contact.Kind.CALL, "c-104", party, course, "customer");
    }

    public static Contact chat() {
        var party = new Contact.Party("Марина Юрьевна", "", "q-site", true);
        var course = new Contact.Course(START, START, START.plusSeconds(60), Duration.ZERO, Duration.ZERO);
        return new Contact("s-5", Contact.Kind.CHAT, "", party, course, "operator");
    }
}
