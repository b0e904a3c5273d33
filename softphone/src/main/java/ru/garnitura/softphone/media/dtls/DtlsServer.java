package ru.garnitura.softphone.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Vector;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.srtp.SrtpKeys;

/// The side that waits.
@SuppressWarnings({"rawtypes", "JdkObsolete", "NonApiType"})
final class DtlsServer extends DefaultTlsServer {

    private static final int[] SUITES = {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256};

    private final BcTlsCrypto crypto;
    private final DtlsIdentity identity;
    private final String expected;
    private int profile;
    private SrtpKeys @Nullable [] keys;

    DtlsServer(BcTlsCrypto crypto, DtlsIdentity identity, String expected) {
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
        this.expected = expected;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return SUITES.clone();
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return SrtpExport.HANDSHAKE_LIMIT_MS;
    }

    @Override
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        profile = SrtpExport.common(extensions);
    }

    @Override
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        SrtpExport.choose(extensions, profile);
        return extensions;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return SrtpExport.credentials(context, crypto, identity);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        Vector algorithms = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
        return new CertificateRequest(new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                algorithms, null);
    }

    @Override
    public void notifyClientCertificate(Certificate theirs) throws IOException {
        SrtpExport.verify(theirs, expected);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        keys = SrtpExport.keys(context, profile);
    }

    SrtpKeys @Nullable [] keys() {
        return keys;
    }
}
