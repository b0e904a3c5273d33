package ru.garnitura.desktop.app;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The one line on standard output that says that the window can be used. FX lane.
final class ReadyLine {

    private final PrintStream out;
    private final AtomicBoolean said = new AtomicBoolean();

    ReadyLine(PrintStream out) {
        this.out = out;
    }

    /// Where this desktop can be reached.
    ///
    /// @param sip `host:port`; null where no SIP port is open
    record Places(@Nullable String sip, @Nullable Integer localApi, @Nullable String tokenFile,
            @Nullable String backOffice, @Nullable String chatPage) {
    }

    /// Prints the line after the second pulse from now: by then the first has been painted. Only the first call counts.
    void say(Scene scene, Places places) {
        if (!said.compareAndSet(false, true)) {
            return;
        }
        afterPulses(scene, 2, () -> out.println(line(places)));
    }

    private static void afterPulses(Scene scene, int count, Runnable task) {
        Runnable[] listener = new Runnable[1];
        int[] left = {count};
        listener[0] = () -> {
            if (--left[0] == 0) {
                scene.removePostLayoutPulseListener(listener[0]);
                task.run();
            } else {
                Platform.requestNextPulse();
            }
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private static String line(Places places) {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseGet(Instant::now);
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode line = json.createObjectNode();
        line.put("ready", true);
        line.put("pid", self.pid());
        line.put("sip", places.sip());
        line.put("localApi", places.localApi());
        line.put("tokenFile", places.tokenFile());
        line.put("backOffice", places.backOffice());
        line.put("chatPage", places.chatPage());
        line.put("bootMs", Duration.between(started, Instant.now()).toMillis());
        return json.writeValueAsString(line);
    }
}
