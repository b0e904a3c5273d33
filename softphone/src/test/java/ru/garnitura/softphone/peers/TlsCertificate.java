package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key and a certificate that vouches for itself, made by the JDK's keytool.
///
/// @param certificate PEM file, also the authority to trust
/// @param key         PEM file
public record TlsCertificate(Path certificate, Path key, KeyStore store) {

    private static final char[] SECRET = "changeit".toCharArray();

    /// Valid now for these names.
    ///
    /// @param names as keytool wants them: `dns:localhost,ip:127.0.0.1`
    public static TlsCertificate of(Path folder, String names) throws IOException, InterruptedException, GeneralSecurityException {
        return make(folder, names, List.of("-validity", "30"));
    }

    /// Was valid for these names until yesterday.
    public static TlsCertificate expired(Path folder, String names) throws IOException, InterruptedException, GeneralSecurityException {
        return make(folder, names, List.of("-startdate", "-10d", "-validity", "9"));
    }

    private static TlsCertificate make(Path folder, String names, List<String> validity)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path file = folder.resolve("server.p12");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=test", "-ext",
                "SAN=" + names, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", new String(SECRET)));
        command.addAll(validity);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), SECRET);
        Path certificate = pem(folder.resolve("server.pem"), "CERTIFICATE", store.getCertificate("server").getEncoded());
        Path key = pem(folder.resolve("server.key"), "PRIVATE KEY", store.getKey("server", SECRET).getEncoded());
        return new TlsCertificate(certificate, key, store);
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                    + "\n-----END " + kind + "-----\n").getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    /// For a server of a test's own.
    public SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
