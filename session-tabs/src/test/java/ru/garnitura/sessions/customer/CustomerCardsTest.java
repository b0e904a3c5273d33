package ru.garnitura.sessions.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.garnitura.sessions.chat.Said;
import ru.garnitura.sessions.session.SettableClock;

class CustomerCardsTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+79375550118");

    private final SettableClock clock = new SettableClock(Said.START, ZoneOffset.UTC);
    private final FakeCustomerDirectory directory = new FakeCustomerDirectory();
    private final MemoryCustomerCopy copy = new MemoryCustomerCopy();
    private final CustomerCards cards =
            new CustomerCards(directory, copy, new CustomerCards.Lanes(Runnable::run, Runnable::run, clock));
    private final List<Lookup<Customer>> answers = new ArrayList<>();

    @Test
    void theCopyAnswersFirstThenTheBackOffice() {
        Customer marina = Customers.marina();
        directory.add(marina, InteractionPage.EMPTY);
        copy.keep(marina, Said.START.minusSeconds(60));
        cards.find(NUMBER, answers::add);
        assertThat(answers).containsExactly(
                new Lookup.LocalCopy<>(copy.byId(marina.id()).orElseThrow().value(), Duration.ofSeconds(60)),
                new Lookup.Fresh<>(marina));
    }

    @Test
    void withoutANetworkTheCopyIsTheAnswer() {
        copy.keep(Customers.marina(), Said.START);
        directory.cut(true);
        cards.find(NUMBER, answers::add);
        assertThat(answers).singleElement().isInstanceOf(Lookup.LocalCopy.class);
    }

    @Test
    void withoutNetworkAndCopyItIsSaidSo() {
        directory.cut(true);
        cards.find(NUMBER, answers::add);
        assertThat(answers).containsExactly(new Lookup.Unreachable<>());
    }

    @Test
    void whoIsGoneAtTheBackOfficeIsForgottenHere() {
        copy.keep(Customers.marina(), Said.START);
        cards.find(NUMBER, answers::add);
        assertThat(answers).last().isEqualTo(new Lookup.NotFound<>());
        assertThat(copy.byPhone(NUMBER)).isEmpty();
    }

    @Test
    void aLockedGroupNeverHoldsValues() {
        FieldGroup locked = new FieldGroup("money", FieldGroup.Access.LOCKED,
                List.of(new FieldGroup.Field("Баланс", "450 ₽", "•••")));
        assertThat(locked.fields()).containsExactly(new FieldGroup.Field("Баланс", "", "•••"));
    }

    @Test
    void callHoursMaySpanMidnight() {
        Wishes.CallHours night = new Wishes.CallHours(java.time.LocalTime.of(22, 0), java.time.LocalTime.of(2, 0));
        assertThat(night.welcome(java.time.LocalTime.of(23, 0))).isTrue();
        assertThat(night.welcome(java.time.LocalTime.of(2, 0))).isFalse();
    }
}
