package ru.garnitura.sessions.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.Lookup;
import ru.garnitura.sessions.customer.TranscriptLine;

/// All that the card shows at one time.
///
/// @param customer null unless the state is SHOWN
/// @param copyAge age of the local copy, null when the card is fresh
/// @param history null while it is looked for
/// @param opened transcripts opened in the history, by interaction
record CardContent(
        State state,
        @Nullable Customer customer,
        @Nullable Duration copyAge,
        @Nullable InteractionPage history,
        Map<String, Lookup<List<TranscriptLine>>> opened) {

    enum State { NOBODY, LOOKING, SHOWN, UNKNOWN, UNREACHABLE }

    static final CardContent NOBODY = empty(State.NOBODY);

    CardContent {
        opened = Map.copyOf(opened);
    }

    static CardContent empty(State state) {
        return new CardContent(state, null, null, null, Map.of());
    }

    /// The card after an answer; a shown card stays when a later answer has nothing better.
    CardContent after(Lookup<Customer> answer) {
        return switch (answer) {
            case Lookup.Fresh<Customer>(Customer found) -> of(found, null);
            case Lookup.LocalCopy<Customer>(Customer found, Duration age) -> of(found, age);
            case Lookup.NotFound<Customer>() -> empty(State.UNKNOWN);
            case Lookup.Unreachable<Customer>() -> state == State.SHOWN ? this : empty(State.UNREACHABLE);
        };
    }

    private CardContent of(Customer found, @Nullable Duration age) {
        return new CardContent(State.SHOWN, found, age, history, opened);
    }

    CardContent withHistory(Lookup<InteractionPage> answer) {
        return switch (answer) {
            case Lookup.Fresh<InteractionPage>(InteractionPage page) -> with(page);
            case Lookup.LocalCopy<InteractionPage>(InteractionPage page, Duration ignored) -> with(page);
            case Lookup.NotFound<InteractionPage>() -> with(InteractionPage.EMPTY);
            case Lookup.Unreachable<InteractionPage>() -> this;
        };
    }

    private CardContent with(InteractionPage page) {
        return new CardContent(state, customer, copyAge, page, opened);
    }

    CardContent withEarlier(InteractionPage earlier) {
        InteractionPage now = history == null ? InteractionPage.EMPTY : history;
        return with(now.followedBy(earlier));
    }

    CardContent withTranscript(String interaction, Lookup<List<TranscriptLine>> lines) {
        Map<String, Lookup<List<TranscriptLine>>> next = new HashMap<>(opened);
        next.put(interaction, lines);
        return new CardContent(state, customer, copyAge, history, next);
    }

    CardContent withoutTranscript(String interaction) {
        Map<String, Lookup<List<TranscriptLine>>> next = new HashMap<>(opened);
        next.remove(interaction);
        return new CardContent(state, customer, copyAge, history, next);
    }
}
