package ru.garnitura.desktop.app;

import java.util.List;
import ru.garnitura.softphone.precedence.Precedence;

/// Whose turn it is on a busy machine: calls first, then the window.
final class Turns {

    /// The signaling lane, its timers, and the threads that JAIN-SIP reads with, as the system abbreviates their names.
    private static final List<String> FIRST = List.of("signaling", "MessageProcesso", "sip-datagrams", "PipelineThread", "TCPMessageChann",
            "TLSMessageChann", "garnitura-audio", "garnitura-rtp");
    /// The toolkit's own thread, the one that draws, and the compilers.
    private static final List<String> YIELDING = List.of("GtkNativeMainLo", "JavaFX Applicat", "QuantumRenderer", "C1 CompilerThre",
            "C2 CompilerThre");

    private Turns() {
    }

    /// Once the window stands: what draws it first is to be quick.
    static void settle() {
        Thread.ofPlatform().name("garnitura-turns").daemon().start(() -> Precedence.settle(FIRST, YIELDING));
    }
}
