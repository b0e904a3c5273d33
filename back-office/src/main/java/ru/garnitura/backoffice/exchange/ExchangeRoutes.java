package ru.garnitura.backoffice.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;
import ru.garnitura.backoffice.signin.Guard;
import ru.garnitura.backoffice.signin.Operator;
import ru.garnitura.backoffice.signin.Role;
import ru.garnitura.backoffice.web.Answer;
import ru.garnitura.backoffice.web.Exchange;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;
import ru.garnitura.backoffice.web.Routes;

/// `/v1/kb/import` and `/v1/kb/export` for editors and leads, over files of their own in the temporary folder.
public final class ExchangeRoutes {
    private static final long LARGEST = 512L << 20;
    private static final Map<String, String> ENDINGS =
            Map.of("application/zip", ".zip", "application/x-ndjson", ".jsonl", "application/gzip", ".jsonl.gz");
    private final Imports imports;
    private final Exports exports;

    public ExchangeRoutes(Imports imports, Exports exports) {
        this.imports = imports;
        this.exports = exports;
    }

    public void addTo(Routes routes, Guard guard) {
        routes.post("/v1/kb/import", guard.only(this::take, Role.EDITOR, Role.LEAD))
                .get("/v1/kb/export", guard.only((exchange, editor) -> give(exchange), Role.EDITOR, Role.LEAD));
    }

    private Answer take(Exchange exchange, Operator editor) throws IOException {
        String ending = exchange.header("Content-Type").map(ENDINGS::get).orElse(null);
        if (ending == null) {
            throw new Problem(ProblemCode.UNSUPPORTED_TYPE);
        }
        Path file = Files.createTempFile("garnitura-import-", ending);
        try {
            receive(exchange.body(), file);
            return Answer.json(imports.from(file, editor.id()));
        } catch (ZipException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void receive(InputStream body, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = LARGEST;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new Problem(ProblemCode.TOO_LARGE);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Answer give(Exchange exchange) throws IOException {
        boolean zip = exchange.query("format").filter("zip"::equals).isPresent();
        Path file = Files.createTempFile("garnitura-export-", zip ? ".zip" : ".jsonl");
        boolean made = false;
        try {
            exports.to(file);
            var stream = new Answer.Stream(new Passing(file), Files.size(file));
            made = true;
            return Answer.stream(200, zip ? "application/zip" : "application/x-ndjson", stream)
                    .with("Content-Disposition", "attachment; filename=\"knowledge-base" + (zip ? ".zip\"" : ".jsonl\""));
        } finally {
            if (!made) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// A file that is gone once it was read.
    private static final class Passing extends FilterInputStream {
        private final Path file;

        Passing(Path file) throws IOException {
            super(Files.newInputStream(file));
            this.file = file;
        }

        @Override
        public void close() throws IOException {
            super.close();
            Files.deleteIfExists(file);
        }
    }
}
