package ru.garnitura.backoffice.customers;

import java.time.InstantSource;
import ru.garnitura.backoffice.actions.Action;
import ru.garnitura.backoffice.actions.Effect;
import ru.garnitura.backoffice.actions.Outcome;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.store.Tx;
import ru.garnitura.backoffice.web.Json;

/// `customer.note`: a line on the card.
public final class NoteEffect implements Effect {
    private static final int MAX_TEXT = 4000;
    private final InstantSource clock;

    public NoteEffect(InstantSource clock) {
        this.clock = clock;
    }

    record Payload(String text) {
        Payload {
            if (text.isBlank() || text.length() > MAX_TEXT) {
                throw new IllegalArgumentException("text");
            }
        }
    }

    @Override
    public Outcome apply(Tx tx, Operator operator, Action action) {
        Payload payload = Json.read(action.payload(), Payload.class);
        if (!Customers.exists(tx, action.entity())) {
            return Outcome.rejected("unknown_customer");
        }
        return Outcome.applied(Customers.addNote(tx, action.entity(), payload.text(), operator, clock.instant()));
    }
}
