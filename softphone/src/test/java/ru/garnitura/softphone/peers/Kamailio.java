package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// kamailio as registrar and proxy on 127.0.0.1; the password of user X is `pw-X`, bindings are in memory.
public final class Kamailio implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(15);

    private final Path folder;
    private final int port;
    private final String algorithm;
    private final @Nullable TlsCertificate certificate;
    private PeerProcess process;

    private Kamailio(Path folder, int port, String algorithm, @Nullable TlsCertificate certificate) throws IOException {
        this.folder = folder;
        this.port = port;
        this.algorithm = algorithm;
        this.certificate = certificate;
        this.process = launch();
    }

    /// Starts and waits until it answers.
    ///
    /// @param folder    an empty folder for its files
    /// @param algorithm `MD5` or `SHA-256`
    public static Kamailio start(Path folder, String algorithm) throws IOException {
        return start(folder, algorithm, null);
    }

    /// The same, also over TLS on the port after its own.
    public static Kamailio start(Path folder, String algorithm, @Nullable TlsCertificate certificate) throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Kamailio kamailio = new Kamailio(folder, FreePorts.row(2), algorithm, certificate);
        kamailio.awaitAnswer();
        return kamailio;
    }

    public int port() {
        return port;
    }

    /// `sip:127.0.0.1:PORT` where it takes TLS.
    public String tlsUri() {
        return "sip:127.0.0.1:" + (port + 1);
    }

    /// `sip:127.0.0.1:PORT`.
    public String uri() {
        return "sip:127.0.0.1:" + port;
    }

    /// Ends it; nothing answers on its port until [#restart].
    public void stop() {
        process.close();
    }

    /// Starts it again on the same port, with no bindings.
    public void restart() throws IOException {
        process = launch();
        awaitAnswer();
    }

    private PeerProcess launch() throws IOException {
        Path config = folder.resolve("kamailio.cfg");
        TlsCertificate tls = certificate;
        if (tls != null) {
            Files.writeString(folder.resolve("tls.cfg"), """
                    [server:default]
                    method = TLSv1.2+
                    private_key = %s
                    certificate = %s
                    [client:default]
                    method = TLSv1.2+
                    """.formatted(tls.key(), tls.certificate()));
        }
        Files.writeString(config, CONFIG.replace("@TLS_LISTEN@", tls == null ? "" : "enable_tls=yes\nlisten=tls:127.0.0.1:" + (port + 1))
                .replace("@TLS_MODULE@", tls == null ? "" : "loadmodule \"tls.so\"\nmodparam(\"tls\",\"config\",\""
                        + folder.resolve("tls.cfg") + "\")")
                .replace("@PORT@", Integer.toString(port))
                .replace("@ALGORITHM@", algorithm.equals("MD5") ? ""
                        : "modparam(\"auth\",\"algorithm\",\"" + algorithm + "\")"));
        return PeerProcess.start(folder, List.of("kamailio", "-f", config.toString(), "-P",
                folder.resolve("run/pid").toString(), "-Y", folder.resolve("run").toString(), "-DD", "-E"));
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        try (DatagramSocket socket = new DatagramSocket(0, FreePorts.LOOPBACK)) {
            socket.setSoTimeout(200);
            while (System.nanoTime() < deadline) {
                byte[] ping = ("OPTIONS sip:127.0.0.1:" + port + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                        + socket.getLocalPort() + ";branch=z9hG4bK" + System.nanoTime()
                        + "\r\nFrom: <sip:ping@invalid>;tag=1\r\nTo: <sip:127.0.0.1>\r\nCall-ID: "
                        + System.nanoTime() + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 5\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                socket.send(new DatagramPacket(ping, ping.length, new InetSocketAddress(FreePorts.LOOPBACK, port)));
                if (answered(socket)) {
                    return;
                }
            }
        }
        throw new AssertionError("kamailio did not start:\n" + String.join("\n", process.output()));
    }

    private static boolean answered(DatagramSocket socket) throws IOException {
        try {
            socket.receive(new DatagramPacket(new byte[4096], 4096));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private static final String CONFIG = """
            children=2
            debug=1
            log_stderror=yes
            listen=udp:127.0.0.1:@PORT@
            listen=tcp:127.0.0.1:@PORT@
            @TLS_LISTEN@
            mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/"
            @TLS_MODULE@
            loadmodule "kex.so"
            loadmodule "corex.so"
            loadmodule "tm.so"
            loadmodule "tmx.so"
            loadmodule "sl.so"
            loadmodule "rr.so"
            loadmodule "pv.so"
            loadmodule "maxfwd.so"
            loadmodule "textops.so"
            loadmodule "siputils.so"
            loadmodule "xlog.so"
            loadmodule "usrloc.so"
            loadmodule "registrar.so"
            loadmodule "auth.so"
            modparam("usrloc","db_mode",0)
            modparam("auth","qop","auth")
            modparam("auth","nonce_count",1)
            @ALGORITHM@
            request_route {
              if (!mf_process_maxfwd_header("10")) { sl_send_reply("483","Too Many Hops"); exit; }
              if (has_totag()) {
                if (loose_route()) { t_relay(); exit; }
                if (is_method("ACK")) { if (t_check_trans()) t_relay(); exit; }
                sl_send_reply("404","Not here"); exit;
              }
              if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
              t_check_trans();
              if (is_method("REGISTER|INVITE|SUBSCRIBE|MESSAGE") && $fd=="127.0.0.1") {
                if (!pv_auth_check("$fd","pw-$fU","0","0")) { auth_challenge("$fd","1"); exit; }
                if (!is_method("REGISTER")) consume_credentials();
              }
              if (is_method("REGISTER")) { save("location"); exit; }
              record_route();
              if (!lookup("location")) { sl_send_reply("404","Not Found"); exit; }
              t_relay();
            }
            """;
}
