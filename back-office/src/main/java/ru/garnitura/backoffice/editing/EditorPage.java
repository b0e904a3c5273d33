package ru.garnitura.backoffice.editing;

import ru.garnitura.backoffice.web.PageFiles;
import ru.garnitura.backoffice.web.Routes;

/// The editors' page. Pictures of a draft are shown from memory (`blob:`), scripts come from the page's own files alone,
/// and it can't be framed.
final class EditorPage {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void addTo(Routes routes) {
        new PageFiles("/editor", POLICY).addTo(routes);
    }
}
