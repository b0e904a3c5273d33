package ru.garnitura.backoffice.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ru.garnitura.backoffice.customers.Customers;
import ru.garnitura.backoffice.customers.Interactions;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.kb.Articles;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.signin.Passwords;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.signin.SipLogin;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// Fills an empty store. The same data each time but for SIP passwords, and for dates, which lead up to now.
public final class Seed {
    /// The password of every demo operator; good on loopback only, as the demo itself.
    public static final String DEMO_PASSWORD = "garnitura";

    private static final long DICE = 20_260_101L;
    private static final int DEMO_ITERATIONS = 1000;
    private static final int SIP_PASSWORD = 20;
    private final Store store;
    private final DeskSetup setup;
    private final InstantSource clock;

    public Seed(Store store, DeskSetup setup, InstantSource clock) {
        this.store = store;
        this.setup = setup;
        this.clock = clock;
    }

    /// @param demo false: only what every installation needs
    public void plant(boolean demo) throws IOException {
        try {
            store.write(tx -> {
                if (tx.number("SELECT COUNT(*) AS n FROM setting WHERE id = 'epoch'") == 0) {
                    Articles.newEpoch(tx);
                    if (demo) {
                        plant(tx);
                    }
                }
                return demo;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    record SeedOperator(String id, String login, String name, Role role, String sip) {}

    private void plant(Tx tx) {
        try {
            List<Operator> operators = operators(tx);
            SeedArticles.plant(tx);
            customers(tx, operators.stream().filter(one -> !one.is(Role.EDITOR)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Operator> operators(Tx tx) throws IOException {
        String hash = Passwords.hash(DEMO_PASSWORD, DEMO_ITERATIONS);
        var operators = new ArrayList<Operator>();
        for (SeedOperator one : Arrays.asList(Resource.read("operators.json", SeedOperator[].class))) {
            var operator = new Operator(one.id(), one.login(), one.name(), List.of(one.role()), setup.queues());
            Operators.add(tx, operator, hash, new SipLogin(one.sip(), Secrets.token("").substring(0, SIP_PASSWORD)));
            operators.add(operator);
        }
        return operators;
    }

    private void customers(Tx tx, List<Operator> operators) throws IOException {
        Instant now = clock.instant();
        People people = Resource.read("people.json", People.class);
        var dice = new Dice(DICE);
        var history = new SeedHistory(
                Resource.read("history.json", SeedHistory.Templates.class), people, dice, now, operators);
        var interactions = new ArrayList<Interactions.Entry>();
        for (SeedCustomers.Planted one : new SeedCustomers(people, dice, now).make()) {
            List<Interactions.Entry> entries = history.of(one.id(), one.profile());
            Instant last = entries.getLast().endedAt();
            Customers.add(tx, one.id(), one.profile(), Json.text(one.locked()), last);
            if (one.note() != null) {
                Customers.addNote(
                        tx, one.id(), one.note(), dice.one(operators), last.minus(Duration.ofDays(dice.between(0, 90))));
            }
            interactions.addAll(entries);
        }
        Interactions.addAll(tx, interactions);
    }
}
