package ru.garnitura.backoffice.recordings;

import java.util.List;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Routes;

/// `GET /v1/interactions/{id}/recordings`: for leads and quality all, for an operator what he recorded himself.
public final class RecordingRoutes {
    private static final Role[] SERVING = {Role.OPERATOR, Role.LEAD, Role.QUALITY};
    private final Store store;

    public RecordingRoutes(Store store) {
        this.store = store;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/interactions/{id}/recordings", guard.only(this::list, SERVING));
    }

    record Listing(String interaction, List<Recording> items) {}

    private Answer list(Exchange exchange, Operator operator) {
        String id = exchange.path("id");
        boolean all = operator.roles().contains(Role.LEAD) || operator.roles().contains(Role.QUALITY);
        List<Recording> found = store.read(tx -> Recordings.of(tx, id)).stream()
                .filter(one -> all || one.operator().equals(operator.id()))
                .toList();
        return Answer.json(new Listing(id, found));
    }
}
