package ru.garnitura.desktop.ui.shell;

import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ru.garnitura.softphone.peers.PeerProcess;

/// [RingingWindowMain] in a process of its own, and how it is told what to do.
final class RingingWindow implements AutoCloseable {

    private static final String GREEN = "0x00ff00ff";
    private static final String RED = "0xff0000ff";

    private final Process process;
    private final OutputStream orders;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private int focusedAtStart;

    private RingingWindow(Process process) {
        this.process = process;
        this.orders = process.getOutputStream();
    }

    static RingingWindow start(Screen screen) throws IOException {
        Process process = screen.on(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-Xmx192m",
                "-cp", System.getProperty("java.class.path"), RingingWindowMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        RingingWindow window = new RingingWindow(process);
        Thread.ofVirtual().start(() -> PeerProcess.follow(process, window.said::add));
        until("the window is there", () -> window.said.contains("shown") && window.isSeen());
        return window;
    }

    void ring() throws IOException {
        focusedAtStart = focusedCount();
        order("ring");
    }

    void ringOver() throws IOException {
        order("over");
    }

    void minimise() throws IOException {
        order("minimise");
        until("it is minimised", () -> said.contains("minimised"));
    }

    /// Whether the window got the focus since it began to ring.
    boolean wasFocused() {
        return focusedCount() > focusedAtStart;
    }

    /// Its green ground is on the screen, in a place that the other program covers.
    boolean isSeen() throws IOException {
        return colour(300, 300).equals(GREEN);
    }

    boolean isCardSeen() throws IOException {
        return colour(1280 - 24 - 100, 24 + 40).equals(RED);
    }

    private String colour(int x, int y) throws IOException {
        int before = said.size();
        order("colour " + x + " " + y);
        return said.subList(before, said.size()).stream().filter(line -> line.startsWith("0x")).findFirst().orElse("");
    }

    private int focusedCount() {
        return (int) said.stream().filter("focused"::equals).count();
    }

    private void order(String order) throws IOException {
        int before = said.size();
        orders.write((order + "\n").getBytes(StandardCharsets.US_ASCII));
        orders.flush();
        until("the window did: " + order, () -> said.subList(before, said.size()).contains("did " + order));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
