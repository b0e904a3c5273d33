package ru.garnitura.desktop.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ru.garnitura.softphone.peers.Baresip;

/// INVITE on the wire to 180 on the wire, ours and baresip's in turn, by the same caller.
public final class RingBench {

    private static final int WARM_UP = 20;
    private static final Baresip.Setup BARESIP = new Baresip.Setup("bob", "", 440, List.of("g711"), false);

    private RingBench() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int calls = BenchOptions.number(args, "--calls", 200);
        Path folder = Files.createTempDirectory("garnitura-ring");
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"sip": {"aor": "sip:101@127.0.0.1", "listen": "127.0.0.1:0"}, "audio": {"source": null, "sink": null, "ringer": null}}
                """);
        var ours = new Samples();
        var peers = new Samples();
        int code;
        try (Product product = Product.run("--headless", "--data", folder.resolve("data").toString(), "--config", config.toString());
                Baresip baresip = Baresip.start(folder.resolve("baresip"), BARESIP);
                var us = new SipProbe(product.sip(), "sip:101@127.0.0.1");
                var peer = new SipProbe(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), baresip.port()), "sip:bob@127.0.0.1")) {
            for (int i = 0; i < WARM_UP + calls; i++) {
                double our = us.ring("+79275550%03d".formatted(i), () -> { });
                double other = peer.ring("+79275550%03d".formatted(i), () -> { });
                if (i >= WARM_UP) {
                    ours.add(our);
                    peers.add(other);
                }
            }
            var report = new BenchReport("ring", Map.of("calls", calls, "transport", "udp"));
            report.atMost("invite_to_180_p50", ours.percentile(50), "ms", null);
            report.atMost("invite_to_180_p95", ours.percentile(95), "ms", 20.0);
            report.peer("baresip", Peers.version("baresip-core"), BARESIP.toString(), Map.of(
                    "invite_to_180_p50", peers.percentile(50), "invite_to_180_p95", peers.percentile(95)));
            code = report.finish(System.out, args);
        }
        System.exit(code);
    }
}
