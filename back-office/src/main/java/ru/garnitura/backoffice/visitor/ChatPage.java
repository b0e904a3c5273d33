package ru.garnitura.backoffice.visitor;

import ru.garnitura.backoffice.web.PageFiles;
import ru.garnitura.backoffice.web.Routes;

/// The customers' chat page: plain files, nothing from elsewhere.
final class ChatPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    void addTo(Routes routes) {
        new PageFiles("/chat", POLICY).addTo(routes);
    }
}
