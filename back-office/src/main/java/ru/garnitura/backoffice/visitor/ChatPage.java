package ru.garnitura.backoffice.visitor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// Serves the customers' chat page: plain files, nothing from elsewhere.
final class ChatPage {
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "chat.css", "text/css; charset=utf-8",
            "chat.js", "text/javascript; charset=utf-8",
            "link.js", "text/javascript; charset=utf-8",
            "words.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    void addTo(Routes routes) {
        routes.get("/chat", exchange -> Answer.empty(302).with("Location", "/chat/"))
                .get("/chat/", exchange -> file("index.html"))
                .get("/chat/{file}", ChatPage::file);
    }

    private static Answer file(Exchange exchange) throws IOException {
        return file(exchange.path("file"));
    }

    private static Answer file(String name) throws IOException {
        String type = TYPES.get(name);
        if (type == null) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        try (InputStream in = ChatPage.class.getResourceAsStream("/chat/" + name)) {
            if (in == null) {
                throw new IOException("resource /chat/" + name + " is missing");
            }
            return Answer.of(200, type, in.readAllBytes())
                    .with("Content-Security-Policy", POLICY)
                    .with("Referrer-Policy", "no-referrer")
                    .with("Cache-Control", "no-cache");
        }
    }
}
