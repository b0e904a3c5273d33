package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A network namespace joined with this one by a pair of virtual cards: a host whose address a test may change. Linux,
/// as root, with iproute2.
public final class OwnNetwork implements AutoCloseable {

    private static final String BASE = "10.213.77.";
    private static final String SUBNET = "/24";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;
    private final String outer;
    private String inside;

    private OwnNetwork(String name, String outer, String inside) {
        this.name = name;
        this.outer = outer;
        this.inside = inside;
    }

    /// This side has the first address of the net, the other side the second.
    public static OwnNetwork open() throws IOException {
        String mark = ProcessHandle.current().pid() + "n" + MADE.incrementAndGet();
        OwnNetwork made = new OwnNetwork("garnitura" + mark, "g" + mark, BASE + "2");
        ip("netns", "add", made.name);
        ip("link", "add", made.outer, "type", "veth", "peer", "name", "eth0", "netns", made.name);
        ip("addr", "add", BASE + "1" + SUBNET, "dev", made.outer);
        ip("link", "set", made.outer, "up");
        ip("-n", made.name, "addr", "add", made.inside + SUBNET, "dev", "eth0");
        ip("-n", made.name, "link", "set", "eth0", "up");
        ip("-n", made.name, "link", "set", "lo", "up");
        return made;
    }

    /// The address of this side.
    public InetAddress here() {
        return InetAddress.ofLiteral(BASE + "1");
    }

    /// The address the other side has now.
    public String there() {
        return inside;
    }

    /// The other side loses its address and gets another one.
    public void readdress() throws IOException {
        String next = BASE + "3";
        ip("-n", name, "addr", "del", inside + SUBNET, "dev", "eth0");
        ip("-n", name, "addr", "add", next + SUBNET, "dev", "eth0");
        inside = next;
    }

    /// Starts a class of the test's class path on the other side.
    public PeerProcess java(Path folder, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return PeerProcess.start(folder, command);
    }

    private static void ip(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.onExit().orTimeout(10, TimeUnit.SECONDS).join().exitValue();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit + ": " + said);
        }
    }

    /// The cards go at once; with the namespace alone they would stay for a moment, and its address with them.
    @Override
    public void close() throws IOException {
        ip("link", "del", outer);
        ip("netns", "del", name);
    }
}
