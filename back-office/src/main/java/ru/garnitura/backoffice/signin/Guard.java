package ru.garnitura.backoffice.signin;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Endpoint;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// Lets a call through only with an operator's access token, and only with a role it is for.
public final class Guard {
    private final Store store;
    private final InstantSource clock;

    public Guard(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Serves one route for a known operator.
    @FunctionalInterface
    public interface OperatorEndpoint {
        Answer serve(Exchange exchange, Operator operator) throws IOException;
    }

    /// For each operator who is signed in.
    public Endpoint operators(OperatorEndpoint endpoint) {
        return exchange -> endpoint.serve(exchange, operator(exchange));
    }

    /// For operators with at least one of the roles.
    public Endpoint only(OperatorEndpoint endpoint, Role... roles) {
        return exchange -> {
            Operator operator = operator(exchange);
            if (Arrays.stream(roles).noneMatch(operator::is)) {
                throw new Problem(ProblemCode.FORBIDDEN);
            }
            return endpoint.serve(exchange, operator);
        };
    }

    /// @throws Problem `token_invalid` or `token_expired`
    public Operator operator(String access) {
        return store.read(tx -> Operators.byId(tx, Tokens.holder(tx, access, clock.instant()).operator()))
                .orElseThrow(() -> new Problem(ProblemCode.TOKEN_INVALID));
    }

    private Operator operator(Exchange exchange) {
        return operator(exchange.bearer().orElseThrow(() -> new Problem(ProblemCode.TOKEN_INVALID)));
    }
}
