package ru.garnitura.backoffice.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/// The files of one page, served from the class path under a Content-Security-Policy that lets nothing in from elsewhere.
/// What all pages share is served under the address of each.
public final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String SHARED = "/pages";
    private final String folder;
    private final String policy;

    /// @param folder of the class path and of the address, such as `/chat`
    /// @param policy Content-Security-Policy
    public PageFiles(String folder, String policy) {
        this.folder = folder;
        this.policy = policy;
    }

    public void addTo(Routes routes) {
        routes.get(folder, exchange -> Answer.empty(302).with("Location", folder + "/"))
                .get(folder + "/", exchange -> file("index.html"))
                .get(folder + "/{file}", exchange -> file(exchange.path("file")));
    }

    private Answer file(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        try (InputStream own = PageFiles.class.getResourceAsStream(folder + "/" + name);
                InputStream shared = PageFiles.class.getResourceAsStream(SHARED + "/" + name)) {
            InputStream in = own == null ? shared : own;
            if (in == null) {
                throw new Problem(ProblemCode.NOT_FOUND);
            }
            return Answer.of(200, TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), ""), in.readAllBytes())
                    .with("Content-Security-Policy", policy)
                    .with("Referrer-Policy", "no-referrer")
                    .with("Cache-Control", "no-cache");
        }
    }
}
