package ru.garnitura.desktop.app;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.ui.shell.WindowFrame;
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

    /// Prints the line once what the window holds now is painted. Only the first call counts.
    void say(WindowFrame frame, Places places) {
        if (said.compareAndSet(false, true)) {
            frame.oncePainted(() -> {
                out.println(line(places));
                Turns.settle();
            });
        }
    }

    private static String line(Places places) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode line = json.createObjectNode();
        line.put("ready", true);
        line.put("pid", ProcessHandle.current().pid());
        line.put("sip", places.sip());
        line.put("localApi", places.localApi());
        line.put("tokenFile", places.tokenFile());
        line.put("backOffice", places.backOffice());
        line.put("chatPage", places.chatPage());
        line.put("bootMs", ProcessAge.now().toMillis());
        return json.writeValueAsString(line);
    }
}
