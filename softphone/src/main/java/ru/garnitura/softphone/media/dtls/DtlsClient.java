package ru.garnitura.softphone.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.srtp.SrtpKeys;

/// The side that begins.
@SuppressWarnings({"rawtypes", "JdkObsolete", "NonApiType"})
final class DtlsClient extends DefaultTlsClient {

    private final BcTlsCrypto crypto;
    private final DtlsIdentity identity;
    private final String expected;
    private int profile;
    private SrtpKeys @Nullable [] keys;

    DtlsClient(BcTlsCrypto crypto, DtlsIdentity identity, String expected) {
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
    public int getHandshakeTimeoutMillis() {
        return SrtpExport.HANDSHAKE_LIMIT_MS;
    }

    @Override
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = super.getClientExtensions();
        SrtpExport.offer(extensions);
        return extensions;
    }

    @Override
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        profile = SrtpExport.common(extensions);
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate theirs) throws IOException {
                SrtpExport.verify(theirs.getCertificate(), expected);
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return SrtpExport.credentials(context, crypto, identity);
            }
        };
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
