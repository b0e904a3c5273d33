package ru.garnitura.backoffice.visitor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.chat.Conversations;
import ru.garnitura.backoffice.desk.DeskSetup;
import ru.garnitura.backoffice.sockets.FrameListener;
import ru.garnitura.backoffice.store.Store;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.RateLimit;
import ru.garnitura.backoffice.web.Routes;

/// Wires the customers' side: visits over HTTP, their socket, the chat page.
public final class VisitorModule {
    private static final int PAGE = 500;
    private final Visits visits;
    private final Conversations conversations;
    private final VisitorHub hub;
    private final RateLimit newVisits;
    private final RateLimit messages;

    /// What this side needs from the rest.
    public record Needs(
            Store store, InstantSource clock, DeskSetup setup, Conversations conversations, VisitorHub hub) {}

    /// How much one address and one visit may do in a minute.
    public record Allowance(int visitsPerAddress, int messagesPerVisit) {}

    public VisitorModule(Needs needs, Allowance allowance) {
        Duration minute = Duration.ofMinutes(1);
        this.conversations = needs.conversations();
        this.hub = needs.hub();
        this.visits =
                new Visits(needs.store(), needs.clock(), needs.setup(), needs.hub(), allowance.messagesPerVisit());
        this.newVisits = new RateLimit(allowance.visitsPerAddress(), minute, needs.clock());
        this.messages = new RateLimit(allowance.messagesPerVisit(), minute, needs.clock());
    }

    public void addTo(Routes routes) {
        routes.post("/v1/visitor/visits", this::open).get("/v1/visitor/events", this::events);
        new ChatPage().addTo(routes);
    }

    public void addTo(ServerWebSocketContainer container) {
        container.addMapping("/v1/visitor", this::connect);
    }

    private Answer open(Exchange exchange) throws IOException {
        newVisits.check(exchange.remoteAddress());
        return Answer.json(201, visits.open(exchange.json(Visits.VisitRequest.class)));
    }

    private Answer events(Exchange exchange) {
        String token = exchange.bearer().orElseThrow(() -> new Problem(ProblemCode.TOKEN_INVALID));
        return Answer.json(visits.log(token, exchange.query("after", 0, 0, Integer.MAX_VALUE), PAGE));
    }

    private @Nullable Object connect(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isOwn(origin, request.getHeaders().get(HttpHeader.HOST))) {
            Response.writeError(request, response, callback, ProblemCode.FORBIDDEN.status());
            return null;
        }
        return new FrameListener(new VisitorSocket(visits, conversations, hub, messages));
    }

    /// A page of another site may not open the socket in a visitor's browser.
    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
