package ru.garnitura.desktop.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.desk.CallLink;
import ru.garnitura.desktop.settings.PrivateFile;

/// One desktop for a data folder: a file lock held until the process ends. A second start asks the first, over the
/// loopback and with a word from a file that only this user can read, to come forward, and hands over the link it was
/// started with.
final class SingleInstance implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SingleInstance.class);
    private static final String LOCK = "instance.lock";
    private static final String DOOR = "instance.door";
    private static final int TIMEOUT_MS = 2_000;
    private static final int LONGEST_LINK = 1_024;

    private final FileChannel channel;
    private final FileLock lock;
    private final ServerSocket door;
    private final Path address;

    private SingleInstance(FileChannel channel, FileLock lock, ServerSocket door, Path address) {
        this.channel = channel;
        this.lock = lock;
        this.door = door;
        this.address = address;
    }

    /// Takes the folder; empty when another process has it.
    ///
    /// @param woken called on a thread of its own when a second start asks this one to come forward, with its link or an
    ///              empty text
    static Optional<SingleInstance> claim(Path folder, Consumer<String> woken) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        ServerSocket door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Path address = folder.resolve(DOOR);
        PrivateFile.write(address, door.getLocalPort() + " " + word);
        Thread.ofPlatform().name("instance-door").daemon().start(() -> listen(door, word, woken));
        return Optional.of(new SingleInstance(channel, lock, door, address));
    }

    /// Whether another instance has the folder and was asked to come forward.
    ///
    /// @param link handed over; may be empty
    static boolean wakeOther(Path folder, String link) {
        try {
            String[] door = Files.readString(folder.resolve(DOOR)).strip().split(" ", 2);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(door[0])), TIMEOUT_MS);
                socket.setSoTimeout(TIMEOUT_MS);
                String line = shortened(link.replaceAll("\\R", " "));
                socket.getOutputStream().write((door[1] + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
                return socket.getInputStream().read() == '+';
            }
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException | RuntimeException e) {
            log.debug("Nobody answers at the door of {}", folder, e);
            return false;
        }
    }

    /// Still too long where it was: the first refuses it then, and does not dial a piece of it.
    private static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), CallLink.LONGEST + 1));
    }

    private static void listen(ServerSocket door, String word, Consumer<String> woken) {
        byte[] expected = (word + "\n").getBytes(StandardCharsets.US_ASCII);
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                caller.setSoTimeout(TIMEOUT_MS);
                if (java.security.MessageDigest.isEqual(caller.getInputStream().readNBytes(expected.length), expected)) {
                    String link = lineOf(caller.getInputStream());
                    caller.getOutputStream().write('+');
                    woken.accept(link);
                }
            } catch (IOException e) {
                log.debug("A caller at the door left", e);
            }
        }
    }

    private static String lineOf(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n' && line.size() < LONGEST_LINK; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            // The address goes first: the port answers a moment longer, until the thread at the door has left.
            Files.deleteIfExists(address);
            door.close();
            lock.release();
            channel.close();
        } catch (IOException e) {
            log.warn("The data folder is let go only by the end of the process", e);
        }
    }
}
