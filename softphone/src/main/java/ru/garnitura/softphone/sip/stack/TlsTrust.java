package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// Whom we believe over TLS: 1.2 or newer, authenticated encryption, a certificate that somebody we trust issued to the
/// name we asked for. Thread-safe.
public final class TlsTrust {

    private static final int HANDSHAKE_MS = 4_000;
    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final Roots roots;

    /// Whom to believe in the end. Reading the roots of a computer takes a tenth of a second.
    private interface Roots {

        SSLContext context() throws GeneralSecurityException;
    }

    private TlsTrust(Roots roots) {
        this.roots = roots;
    }

    /// The authorities this computer trusts; read at the first handshake.
    public static TlsTrust ofSystem() {
        return new TlsTrust(SSLContext::getDefault);
    }

    /// A company's own authority alone.
    ///
    /// @param pem file with one or more certificates
    public static TlsTrust of(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new TlsTrust(() -> context);
    }

    /// Authenticated encryption with forward secrecy alone.
    static boolean strong(String suite) {
        boolean authenticated = suite.contains("_GCM_") || suite.contains("_CHACHA20_");
        boolean forward = suite.startsWith("TLS_ECDHE_") || suite.startsWith("TLS_AES_") || suite.startsWith("TLS_CHACHA20_");
        return authenticated && forward && !suite.contains("_anon_");
    }

    /// Shakes hands over an open connection. Blocks.
    SSLSocket secure(Socket plain, String server, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, server, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS.toArray(String[]::new));
        parameters.setCipherSuites(Arrays.stream(socket.getSupportedCipherSuites()).filter(TlsTrust::strong)
                .toArray(String[]::new));
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(HANDSHAKE_MS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        refuseExpired(socket);
        return socket;
    }

    private SSLContext context() throws IOException {
        try {
            return roots.context();
        } catch (GeneralSecurityException e) {
            throw new IOException("The authorities this computer trusts can't be read", e);
        }
    }

    /// The JDK takes a certificate that is among the trusted ones itself whatever its dates say.
    private static void refuseExpired(SSLSocket socket) throws IOException {
        try {
            for (Certificate certificate : socket.getSession().getPeerCertificates()) {
                if (certificate instanceof X509Certificate dated) {
                    dated.checkValidity();
                }
            }
        } catch (CertificateException e) {
            SSLHandshakeException refused = new SSLHandshakeException("The certificate is not valid now");
            refused.initCause(e);
            throw refused;
        }
    }
}
