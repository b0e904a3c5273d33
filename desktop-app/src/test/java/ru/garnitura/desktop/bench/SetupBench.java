package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.TlsCertificate;

/// INVITE on the wire to 180 and to 200 with auto-answer, over UDP, TCP and TLS; ours and baresip's, called by the same
/// registrar over the connection they registered by. The goal holds for calls that come while nothing else is to be done;
/// beside them calls back to back, each on the wire before the window has drawn the end of the one before.
public final class SetupBench {

    private static final int WARM_UP = 20;
    /// Longer than the window draws the end of a call.
    private static final int BREATH_MS = 250;

    private SetupBench() {
    }

    /// Who is called only has to be there.
    @SuppressWarnings("try")
    public static void main(String[] args) throws IOException, InterruptedException, GeneralSecurityException {
        int calls = BenchOptions.number(args, "--calls", 200);
        Path folder = Files.createTempDirectory("garnitura-setup");
        TlsCertificate certificate = TlsCertificate.of(folder.resolve("tls"), "ip:127.0.0.1");
        var report = new BenchReport("setup", Map.of("calls", calls));
        var peer = new TreeMap<String, Double>();
        for (String transport : List.of("udp", "tcp", "tls")) {
            ServerSocketFactory sockets = sockets(transport, certificate);
            try (CallerDesk desk = new CallerDesk(transport, sockets);
                    Product product = Product.run("--headless", "--data", folder.resolve("data-" + transport).toString(),
                            "--config", config(folder, desk.uri(), certificate).toString())) {
                measured(desk, calls).forEach((key, value) -> report.atMost(transport + "_" + key, value, "ms",
                        key.endsWith("p95") ? 20.0 : null));
            }
            try (CallerDesk desk = new CallerDesk(transport, sockets); Baresip baresip = Baresip.start(
                    folder.resolve("baresip-" + transport), Baresip.Setup.of("bob", desk.uri()))) {
                measured(desk, calls).forEach((key, value) -> peer.put(transport + "_" + key, value));
            }
        }
        report.peer("baresip", Peers.version("baresip-core"), Baresip.Setup.of("bob", "sip:REGISTRAR;transport=...").toString(), peer);
        System.exit(report.finish(System.out, args));
    }

    private static @Nullable ServerSocketFactory sockets(String transport, TlsCertificate certificate)
            throws GeneralSecurityException {
        return switch (transport) {
            case "tcp" -> ServerSocketFactory.getDefault();
            case "tls" -> certificate.server().getServerSocketFactory();
            default -> null;
        };
    }

    private static Path config(Path folder, String registrar, TlsCertificate certificate) throws IOException {
        return Files.writeString(folder.resolve("config.json"), """
                {"sip": {"aor": "sip:101@127.0.0.1", "registrar": "%s", "listen": "127.0.0.1:0", "ca": "%s", "autoAnswerMs": 0},
                 "audio": {"source": null, "sink": null, "ringer": null}}
                """.formatted(registrar, certificate.certificate()));
    }

    private static Map<String, Double> measured(CallerDesk desk, int calls) throws IOException, InterruptedException {
        String contact = desk.awaitContact();
        series(desk, contact, WARM_UP, 0);
        Map<String, Double> measured = new TreeMap<>();
        series(desk, contact, calls, BREATH_MS).forEach((key, samples) -> {
            measured.put(key + "_p50", samples.percentile(50));
            measured.put(key + "_p95", samples.percentile(95));
        });
        series(desk, contact, calls, 0).forEach((key, samples) -> {
            measured.put(key + "_p50_back_to_back", samples.percentile(50));
            measured.put(key + "_p95_back_to_back", samples.percentile(95));
        });
        return measured;
    }

    private static Map<String, Samples> series(CallerDesk desk, String contact, int calls, int breathMs)
            throws IOException, InterruptedException {
        var ringing = new Samples();
        var answered = new Samples();
        for (int i = 0; i < calls; i++) {
            Thread.sleep(breathMs);
            CallerDesk.Times times = desk.call(contact);
            ringing.add(times.ringing());
            answered.add(times.answered());
        }
        return Map.of("180", ringing, "200", answered);
    }
}
