package ru.garnitura.softphone.media.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;

/// A key on P-256 and a certificate signed with itself, made for one run of the program: who it belongs to is said by
/// its fingerprint in the SDP alone.
public final class DtlsIdentity {

    private static final Duration EARLIER = Duration.ofDays(1);
    private static final String HASH = "sha-256";
    private static final Duration LATER = Duration.ofDays(30);

    private final AsymmetricKeyParameter key;
    private final byte[] certificate;

    private DtlsIdentity(AsymmetricKeyParameter key, byte[] certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// Some tens of milliseconds: not for the signaling lane.
    public static DtlsIdentity create(SecureRandom random, Instant now) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        ECNamedDomainParameters curve = new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1,
                ECNamedCurveTable.getByOID(SECObjectIdentifiers.secp256r1));
        generator.init(new ECKeyGenerationParameters(curve, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        try {
            return new DtlsIdentity(pair.getPrivate(), sign(pair, new BigInteger(63, random), now));
        } catch (IOException | org.bouncycastle.crypto.CryptoException impossible) {
            throw new IllegalStateException("a certificate of our own cannot be made", impossible);
        }
    }

    private static byte[] sign(AsymmetricCipherKeyPair pair, BigInteger serial, Instant now)
            throws IOException, org.bouncycastle.crypto.CryptoException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        X500Name name = new X500Name("CN=garnitura");
        V3TBSCertificateGenerator fields = new V3TBSCertificateGenerator();
        fields.setSerialNumber(new ASN1Integer(serial.add(BigInteger.ONE)));
        fields.setIssuer(name);
        fields.setSubject(name);
        fields.setStartDate(new Time(Date.from(now.minus(EARLIER))));
        fields.setEndDate(new Time(Date.from(now.plus(LATER))));
        fields.setSignature(algorithm);
        fields.setSubjectPublicKeyInfo(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic()));
        TBSCertificate unsigned = fields.generateTBSCertificate();
        DSADigestSigner signer = new DSADigestSigner(new ECDSASigner(), new SHA256Digest());
        signer.init(true, pair.getPrivate());
        byte[] bytes = unsigned.getEncoded("DER");
        signer.update(bytes, 0, bytes.length);
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(unsigned);
        parts.add(algorithm);
        parts.add(new DERBitString(signer.generateSignature()));
        return new DERSequence(parts).getEncoded("DER");
    }

    /// As after `a=fingerprint:`.
    public String fingerprint() {
        return fingerprint(HASH, certificate);
    }

    /// A certificate's, as after `a=fingerprint:`.
    ///
    /// @param hash sha-256, sha-384 or sha-512
    static String fingerprint(String hash, byte[] certificate) {
        try {
            byte[] value = MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT)).digest(certificate);
            return hash + " " + HexFormat.ofDelimiter(":").withUpperCase().formatHex(value);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JDK without " + hash, impossible);
        }
    }

    AsymmetricKeyParameter key() {
        return key;
    }

    byte[] certificate() {
        return certificate;
    }
}
