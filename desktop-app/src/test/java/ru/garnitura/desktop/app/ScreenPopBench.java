package ru.garnitura.desktop.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import ru.garnitura.desktop.bench.BenchOptions;
import ru.garnitura.desktop.bench.BenchReport;
import ru.garnitura.desktop.bench.Samples;
import ru.garnitura.desktop.bench.SipProbe;
import ru.garnitura.desktop.endtoend.Await;
import ru.garnitura.desktop.endtoend.BackOfficeProcess;
import ru.garnitura.desktop.endtoend.History;
import ru.garnitura.desktop.endtoend.History.Known;
import ru.garnitura.softphone.peers.FreePorts;

/// INVITE on the wire to the caller's card on the screen: the whole desktop in its window, callers from the back office's
/// own customers, each call cancelled once its card stands. A card counts as painted two pulses after the one that laid
/// it out, when its frame has surely left for the screen: up to 33 ms too much, never too little.
public final class ScreenPopBench {

    private static final int WARM_UP = 20;
    private static final int CUSTOMERS = 200;

    private ScreenPopBench() {
    }

    public static void main(String[] args) throws Exception {
        int calls = BenchOptions.number(args, "--calls", 200);
        Path folder = Files.createTempDirectory("garnitura-screen-pop");
        int port = FreePorts.row(1);
        var samples = new Samples();
        try (var backOffice = new BackOfficeProcess(folder);
                var caller = new SipProbe(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "sip:101@127.0.0.1")) {
            var desk = new ShownDesk();
            backOffice.start();
            desk.open(configuration(backOffice.url(), port), folder);
            desk.signIn();
            List<Known> customers = distinct(backOffice.url());
            for (int i = 0; i < WARM_UP + calls; i++) {
                Known customer = customers.get(i % customers.size());
                double milliseconds = pop(desk, caller, customer);
                if (i >= WARM_UP) {
                    samples.add(milliseconds);
                }
            }
        }
        var report = new BenchReport("screen-pop", Map.of("calls", calls, "customers", CUSTOMERS));
        report.atMost("invite_to_card_p50", samples.percentile(50), "ms", null);
        report.atMost("invite_to_card_p95", samples.percentile(95), "ms", null);
        report.atMost("invite_to_card_p99", samples.percentile(99), "ms", 300.0);
        System.exit(report.finish(System.out, args));
    }

    private static String configuration(String server, int port) {
        return """
                {"server": "%s", "sip": {"aor": "sip:101@127.0.0.1", "registrar": null, "listen": "127.0.0.1:%d"},
                 "audio": {"source": null, "sink": null, "ringer": null}, "ui": {"lang": "ru", "theme": "light"}}
                """.formatted(server, port);
    }

    /// Customers whose names differ from each other's, so that a card left over is never taken for the new one.
    private static List<Known> distinct(String server) throws Exception {
        try (var history = new History(server)) {
            return List.copyOf(history.recent(CUSTOMERS).stream()
                    .collect(Collectors.toMap(Known::name, known -> known, (first, _) -> first,
                            LinkedHashMap::new)).values());
        }
    }

    private static double pop(ShownDesk desk, SipProbe caller, Known customer) throws Exception {
        var painted = new Painted(desk, customer.name());
        desk.robot().interact(painted::watch);
        long start = System.nanoTime();
        caller.ring(customer.phone(), painted::await);
        double milliseconds = (painted.at() - start) / 1e6;
        desk.robot().interact(painted::ignore);
        Await.until("the cancelled call is gone", () -> !desk.isShown("#call-answer"));
        return milliseconds;
    }

    /// Notes when a name has come onto the screen, in the customer's card.
    private static final class Painted {

        private static final int PULSES = 2;

        private final CountDownLatch done = new CountDownLatch(1);
        private final Scene scene;
        private final Runnable listener = this::pulse;
        private final ShownDesk desk;
        private final String name;
        private int since = -1;
        private volatile long at;

        Painted(ShownDesk desk, String name) {
            this.desk = desk;
            this.scene = desk.scene();
            this.name = name;
        }

        void watch() {
            scene.addPostLayoutPulseListener(listener);
        }

        void ignore() {
            scene.removePostLayoutPulseListener(listener);
        }

        private void pulse() {
            if (since < 0 && desk.textIn(".customer-card").contains(name)) {
                since = 0;
            } else if (since >= 0 && ++since == PULSES) {
                at = System.nanoTime();
                done.countDown();
            }
            if (since >= 0) {
                Platform.requestNextPulse();
            }
        }

        void await() {
            try {
                if (!done.await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no card of this caller within 10 s");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        long at() {
            return at;
        }
    }
}
