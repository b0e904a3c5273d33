package ru.garnitura.softphone.media.dtls;

import java.io.IOException;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import ru.garnitura.softphone.media.srtp.SrtpKeys;
import ru.garnitura.softphone.media.srtp.SrtpSuite;

/// What client and server of a handshake have in common.
final class SrtpExport {

    static final int HANDSHAKE_LIMIT_MS = 15_000;

    /// Profiles we take, in order of preference.
    private static final int[] PROFILES = {SRTPProtectionProfile.SRTP_AEAD_AES_256_GCM, SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM,
        SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80};

    private SrtpExport() {
    }

    /// The `use_srtp` extension of a client.
    @SuppressWarnings({"rawtypes", "JdkObsolete", "NonApiType"})
    static void offer(Hashtable extensions) throws IOException {
        write(extensions, PROFILES);
    }

    /// That of a server, which names the one chosen.
    @SuppressWarnings({"rawtypes", "JdkObsolete", "NonApiType"})
    static void choose(Hashtable extensions, int profile) throws IOException {
        write(extensions, profile);
    }

    @SuppressWarnings({"rawtypes", "JdkObsolete", "NonApiType"})
    private static void write(Hashtable extensions, int... profiles) throws IOException {
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles.clone(), TlsUtils.EMPTY_BYTES));
    }

    /// The profile both sides take.
    @SuppressWarnings({"rawtypes", "JdkObsolete", "NonApiType"})
    static int common(Hashtable extensions) throws IOException {
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        int[] theirs = offered == null ? new int[0] : offered.getProtectionProfiles();
        return Arrays.stream(PROFILES).filter(ours -> Arrays.stream(theirs).anyMatch(their -> their == ours)).findFirst()
                .orElseThrow(() -> new TlsFatalAlert(AlertDescription.illegal_parameter, "no SRTP profile in common"));
    }

    private static SrtpSuite suite(int profile) {
        return switch (profile) {
            case SRTPProtectionProfile.SRTP_AEAD_AES_256_GCM -> SrtpSuite.AEAD_AES_256_GCM;
            case SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM -> SrtpSuite.AEAD_AES_128_GCM;
            default -> SrtpSuite.AES_CM_128_HMAC_SHA1_80;
        };
    }

    /// The peer is who the SDP said, or nobody (RFC 5763, section 5).
    static void verify(Certificate chain, String expected) throws IOException {
        if (chain.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate");
        }
        String hash = expected.substring(0, expected.indexOf(' '));
        String actual = DtlsIdentity.fingerprint(hash, chain.getCertificateAt(0).getEncoded());
        if (!MessageDigest.isEqual(actual.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII))) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "another certificate than the SDP announced");
        }
    }

    static TlsCredentialedSigner credentials(TlsContext context, BcTlsCrypto crypto, DtlsIdentity identity)
            throws IOException {
        TlsCertificate own = crypto.createCertificate(identity.certificate());
        Certificate chain = new Certificate(new TlsCertificate[] {own});
        SignatureAndHashAlgorithm algorithm = SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256,
                SignatureAlgorithm.ecdsa);
        return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(context), crypto, identity.key(), chain, algorithm);
    }

    /// Keys of client and server, in this order (RFC 5764, section 4.2).
    static SrtpKeys[] keys(TlsContext context, int profile) {
        SrtpSuite suite = suite(profile);
        int key = suite.keyBytes();
        int salt = suite.saltBytes();
        byte[] material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * suite.materialBytes());
        byte[] clientSalt = Arrays.copyOfRange(material, 2 * key, 2 * key + salt);
        byte[] serverSalt = Arrays.copyOfRange(material, 2 * key + salt, 2 * suite.materialBytes());
        return new SrtpKeys[] {SrtpKeys.of(suite, Arrays.copyOf(material, key), clientSalt),
            SrtpKeys.of(suite, Arrays.copyOfRange(material, key, 2 * key), serverSalt)};
    }
}
