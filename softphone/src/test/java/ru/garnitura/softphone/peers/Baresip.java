package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// baresip as the other softphone: sends a tone, records what it hears, is told what to do over TCP.
public final class Baresip implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(15);

    private final Path folder;
    private final PeerProcess process;
    private final Socket control;
    private final int port;

    private Baresip(Path folder, PeerProcess process, Socket control, int port) {
        this.folder = folder;
        this.process = process;
        this.control = control;
        this.port = port;
    }

    /// How this one behaves.
    ///
    /// @param user       user part; its password is `pw-USER`
    /// @param registrar  `sip:host:port`, or empty to register nowhere
    /// @param toneHz     frequency it sends
    /// @param codecs     codec modules to load, such as `g711`
    /// @param autoAnswer picks up by itself
    /// @param encryption  `srtp`, `dtls_srtp`, or empty for none
    /// @param clip        WAV file it says; empty for the tone
    public record Setup(String user, String registrar, int toneHz, List<String> codecs, boolean autoAnswer,
            String encryption, String clip) {

        /// Says a tone, unencrypted.
        public Setup(String user, String registrar, int toneHz, List<String> codecs, boolean autoAnswer) {
            this(user, registrar, toneHz, codecs, autoAnswer, "", "");
        }

        /// The same, saying a WAV file once instead of a tone.
        public Setup saying(Path wav) {
            return new Setup(user, registrar, toneHz, codecs, autoAnswer, encryption, wav.toString());
        }

        /// The same with encrypted media.
        public Setup encrypted(String module) {
            return new Setup(user, registrar, toneHz, codecs, autoAnswer, module, clip);
        }

        public static Setup of(String user, String registrar) {
            return new Setup(user, registrar, 440, List.of("g711"), true);
        }
    }

    /// Starts, and waits until it is ready and, where it has a registrar, registered.
    public static Baresip start(Path folder, Setup setup) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = FreePorts.row(4);
        int rtp = FreePorts.row(40);
        Files.writeString(folder.resolve("config"), config(setup, folder, port, rtp));
        String domain = setup.registrar().isEmpty() ? "127.0.0.1:" + port : setup.registrar().substring(4);
        Files.writeString(folder.resolve("accounts"), "<sip:" + setup.user() + "@" + domain + ">;auth_user="
                + setup.user() + ";auth_pass=pw-" + setup.user() + ";answermode="
                + (setup.autoAnswer() ? "auto" : "manual") + ";regint=" + (setup.registrar().isEmpty() ? 0 : 600)
                + ";ptime=20" + (setup.encryption().isEmpty() ? "" : ";mediaenc=" + setup.encryption()) + "\n");
        Files.writeString(folder.resolve("contacts"), "");
        PeerProcess process = PeerProcess.start(folder, List.of("baresip", "-f", folder.toString()));
        process.awaitLine(line -> line.contains("baresip is ready"), START);
        if (!setup.registrar().isEmpty()) {
            process.awaitLine(line -> line.contains("200 OK") || line.contains("useragent registered"), START);
        }
        return new Baresip(folder, process, new Socket(FreePorts.LOOPBACK, port + 2), port);
    }

    private static String config(Setup setup, Path folder, int port, int rtp) {
        StringBuilder config = new StringBuilder("""
                sip_listen 127.0.0.1:%d
                net_interface 127.0.0.1
                audio_player aubridge,sink
                audio_source %s
                ausrc_srate 48000
                ausrc_channels %d
                auplay_srate 48000
                rtp_ports %d-%d
                snd_path %s
                ctrl_tcp_listen 127.0.0.1:%d
                module_path /usr/lib/baresip/modules
                """.formatted(port, setup.clip().isEmpty() ? "ausine," + setup.toneHz() : "aufile," + setup.clip(), setup.clip().isEmpty() ? 2 : 1, rtp, rtp + 39, folder, port + 2));
        setup.codecs().forEach(codec -> config.append("module ").append(codec).append(".so\n"));
        if (!setup.encryption().isEmpty()) {
            config.append("module ").append(setup.encryption()).append(".so\n");
        }
        List.of("aubridge", "ausine", "aufile", "sndfile", "uuid")
                .forEach(module -> config.append("module ").append(module).append(".so\n"));
        return config.append("module_tmp account.so\nmodule_app menu.so\nmodule_app ctrl_tcp.so\n").toString();
    }

    /// Its SIP port on 127.0.0.1.
    public int port() {
        return port;
    }

    public PeerProcess process() {
        return process;
    }

    public void dial(String uri) throws IOException {
        command("dial", uri);
    }

    /// Picks up a call that rings.
    public void accept() throws IOException {
        command("accept", "");
    }

    public void hangup() throws IOException {
        command("hangup", "");
    }

    public void hold() throws IOException {
        command("hold", "");
    }

    public void resume() throws IOException {
        command("resume", "");
    }

    /// Sends a command as a netstring, as its ctrl_tcp module wants it.
    public void command(String name, String parameters) throws IOException {
        String json = "{\"command\":\"" + name + "\",\"params\":\"" + parameters + "\"}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        control.getOutputStream().write((bytes.length + ":" + json + ",").getBytes(StandardCharsets.UTF_8));
        control.getOutputStream().flush();
        drain(control.getInputStream());
    }

    private static void drain(InputStream input) throws IOException {
        int waiting = input.available();
        while (waiting > 0) {
            input.skipNBytes(waiting);
            waiting = input.available();
        }
    }

    /// The WAV file with what it heard in its latest call; complete once the call has ended.
    public Optional<Path> heard() throws IOException {
        Path latest = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "dump-*-dec.wav")) {
            for (Path file : files) {
                latest = latest == null || file.compareTo(latest) > 0 ? file : latest;
            }
        }
        return Optional.ofNullable(latest);
    }

    @Override
    public void close() throws IOException {
        control.close();
        process.close();
    }
}
