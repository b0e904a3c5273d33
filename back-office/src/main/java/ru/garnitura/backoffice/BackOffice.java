package ru.garnitura.backoffice;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.backoffice.exchange.ImportReport;
import ru.garnitura.backoffice.signin.Operators;
import ru.garnitura.backoffice.store.StoreException;
import ru.garnitura.backoffice.web.Json;

/// Starts the reference back office from the command line.
///
/// Standard output carries one JSON line, `{"ready":true,"port":N}`, or what an import or export did; everything else goes
/// to the log. Exit codes: 0 ended by the user or done, 1 a part of the import was refused, 2 usage, 3 the port or a
/// folder can't be used.
public final class BackOffice {
    private static final Logger LOG = logger();
    private static final int EXIT_REFUSED = 1;
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_UNUSABLE = 3;

    private BackOffice() {}

    /// The log configuration is named here, because the class path may be shared with a desktop that has its own.
    private static Logger logger() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "backoffice-logback.xml");
        }
        return LoggerFactory.getLogger(BackOffice.class);
    }

    /// @param ready always true
    record Ready(boolean ready, int port) {}

    public static void main(String[] args) throws InterruptedException {
        int code = run(List.of(args));
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(List<String> args) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            LOG.error("{}; {}", e.getMessage(), Options.USAGE);
            return EXIT_USAGE;
        }
        try {
            Options.Transfer transfer = options.transfer();
            if (transfer != null) {
                return transfer(options, transfer);
            }
            serve(options);
            return 0;
        } catch (IOException | StoreException e) {
            LOG.error("The back office can't start: {}", e.getMessage());
            return EXIT_UNUSABLE;
        }
    }

    /// @param written articles
    record Exported(int written) {}

    private static int transfer(Options options, Options.Transfer transfer) throws IOException {
        try (var base = KnowledgeBase.open(options.setup())) {
            return switch (transfer) {
                case Options.Transfer.Import(var place) -> {
                    ImportReport report = base.imports().from(place, null);
                    print(report);
                    yield report.refused().isEmpty() ? 0 : EXIT_REFUSED;
                }
                case Options.Transfer.Export(var place) -> {
                    print(new Exported(base.exports().to(place)));
                    yield 0;
                }
            };
        }
    }

    private static void serve(Options options) throws IOException, InterruptedException {
        BackOfficeServer server = BackOfficeServer.start(options.setup());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        if (options.sipAccounts() != null) {
            SipAccountsFile.write(
                    options.sipAccounts(), server.store().read(Operators::sipLogins));
        }
        print(new Ready(true, server.port()));
        if (options.exitWithStdin()) {
            awaitEnd(System.in);
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }

    private static void print(Object line) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void awaitEnd(InputStream in) throws IOException {
        byte[] buffer = new byte[256];
        int read = 0;
        while (read >= 0) {
            read = in.read(buffer);
        }
    }
}
