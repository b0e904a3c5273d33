package ru.garnitura.backoffice.desk;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.signin.SipLogin;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Json;
import ru.garnitura.backoffice.web.Routes;
import tools.jackson.databind.node.ObjectNode;

/// `GET /v1/desk`: everything the desk of this operator is set up with, the SIP password included.
public final class DeskRoutes {
    private static final int REGISTRATION_SECONDS = 120;
    private final Store store;
    private final InstantSource clock;
    private final DeskSetup setup;
    private final @Nullable String sipDomain;

    /// @param sipDomain host and port of the registrar; null where operators have no SIP account
    public DeskRoutes(Store store, InstantSource clock, DeskSetup setup, @Nullable String sipDomain) {
        this.store = store;
        this.clock = clock;
        this.setup = setup;
        this.sipDomain = sipDomain;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.get("/v1/desk", guard.operators(this::desk));
    }

    /// How the softphone registers.
    record SipAccount(
            String id,
            String aor,
            String registrar,
            String authUser,
            String password,
            String transport,
            String srtp,
            List<String> codecs,
            @Nullable String outboundProxy,
            int expiresSeconds) {

        static SipAccount of(SipLogin login, String domain) {
            return new SipAccount(
                    "main",
                    "sip:" + login.user() + "@" + domain,
                    "sip:" + domain,
                    login.user(),
                    login.password(),
                    "udp",
                    "off",
                    List.of("pcma", "pcmu"),
                    null,
                    REGISTRATION_SECONDS);
        }
    }

    private Answer desk(Exchange exchange, Operator operator) {
        ObjectNode desk = setup.shared();
        desk.set("operator", Json.tree(operator));
        desk.set("sip", Json.tree(accounts(operator)));
        desk.set("topics", Json.tree(setup.topics()));
        desk.set("colleagues", Json.tree(store.read(tx -> Operators.colleagues(tx, operator.id()))));
        String tag = "\"" + Secrets.digest(Json.text(desk)).substring(0, 24) + "\"";
        if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
            return Answer.empty(304).with("ETag", tag);
        }
        desk.set("now", Json.tree(clock.instant()));
        return Answer.json(desk).with("ETag", tag);
    }

    private List<SipAccount> accounts(Operator operator) {
        String domain = sipDomain;
        return domain == null
                ? List.of()
                : store.read(tx -> Operators.sipLogin(tx, operator.id())).stream()
                        .map(login -> SipAccount.of(login, domain))
                        .toList();
    }
}
