package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import ru.garnitura.desktop.link.policy.Choices.Colleague;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerProfile;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.customer.Wishes;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.softphone.ui.NumberDirectory.Listed;

class DeskNumbersTest {

    private static final Customer BELOVA = new Customer(new CustomerId("c-17"), "Марина Белова",
            new CustomerProfile(null, "", ZoneId.of("Europe/Samara"), List.of(new PhoneNumber("+79275550134")), Wishes.NONE), List.of(), "r1");

    private final List<Colleague> colleagues = List.of(new Colleague("Семён Артёмов", "105"), new Colleague("Вера Белых", "106"));

    private List<Listed> found(String typed) {
        return new DeskNumbers(colleagues, query -> CompletableFuture.completedFuture(
                query.startsWith("бел") ? List.of(BELOVA) : List.of())).find(typed).toCompletableFuture().join();
    }

    @Test
    void colleaguesComeFirstAndCustomersOfTheCopyAfterThem() {
        assertThat(found("бел")).containsExactly(new Listed("Вера Белых", "106", Listed.Kind.COLLEAGUE),
                new Listed("Марина Белова", "+79275550134", Listed.Kind.CUSTOMER));
    }

    @Test
    void anyWordOfANameBeginsTheSearchWhicheverWayItIsWritten() {
        assertThat(found("артем")).extracting(Listed::number).containsExactly("105");
        assertThat(found("Семен а")).extracting(Listed::number).containsExactly("105");
        assertThat(found("тем")).isEmpty();
        assertThat(found("10")).extracting(Listed::number).containsExactly("105", "106");
    }

    @Test
    void aCopyThatFailsLeavesTheColleagues() {
        var numbers = new DeskNumbers(colleagues, query -> CompletableFuture.failedFuture(new IllegalStateException("broken")));

        assertThat(numbers.find("вера").toCompletableFuture().join()).extracting(Listed::number).containsExactly("106");
    }
}
