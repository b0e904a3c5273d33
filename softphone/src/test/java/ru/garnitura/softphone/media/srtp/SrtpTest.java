package ru.garnitura.softphone.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the test vectors of RFC 3711 (appendix B) and RFC 7714, the JDK, and the packet all implementations compare with.
class SrtpTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = HEX.parseHex("e1f97a0d3e018be0d64fa32c06de4139");
    private static final byte[] SALT = HEX.parseHex("0ec675ad498afeebb6960b3aabe6");
    private static final SrtpKeys KEYS = SrtpKeys.of(SrtpSuite.AES_CM_128_HMAC_SHA1_80, KEY, SALT);

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    private static byte[] packet(int sequence, int ssrc, int payload) {
        byte[] packet = new byte[12 + payload + SrtpProtector.OVERHEAD];
        packet[0] = (byte) 0x80;
        packet[1] = 8;
        packet[2] = (byte) (sequence >> 8);
        packet[3] = (byte) sequence;
        Words.putInt(packet, 8, ssrc);
        Arrays.fill(packet, 12, 12 + payload, (byte) sequence);
        return packet;
    }

    private static byte[] sealed(SrtpProtector protector, int sequence) {
        byte[] packet = packet(sequence & 0xffff, 7, 160);
        return Arrays.copyOf(packet, protector.rtp(packet, 172));
    }

    @Test
    void keyStreamIsThatOfTheRfc() {
        byte[] data = new byte[32];
        new CounterMode(HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c"))
                .apply(HEX.parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfd0000"), data, 0, 32);
        assertThat(HEX.formatHex(data))
                .isEqualTo("e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab");
    }

    @Test
    void derivedKeysAreThoseOfTheRfc() {
        CounterMode derivation = new CounterMode(KEY);
        assertThat(HEX.formatHex(SessionKeys.derive(derivation, SALT, 0, 16))).isEqualTo("c61e7a93744f39ee10734afe3ff7a087");
        assertThat(HEX.formatHex(SessionKeys.derive(derivation, SALT, 2, 14))).isEqualTo("30cbbc08863d8c85d49db34a9ae1");
        assertThat(HEX.formatHex(SessionKeys.derive(derivation, SALT, 1, 20)))
                .isEqualTo("cebe321f6ff7716b6fd4ab49af256a156d38baa4");
    }

    @Test
    void aPacketIsProtectedAsByEverybody() {
        byte[] packet = Arrays.copyOf(HEX.parseHex("800f1234decafbadcafebabe" + "ab".repeat(16)), 64);
        int length = new SrtpProtector(KEYS).rtp(packet, 28);
        assertThat(HEX.formatHex(packet, 0, length)).isEqualTo("800f1234decafbadcafebabe"
                + "4e55dc4ce79978d88ca4d215949d2402" + "b78d6acc99ea179b8dbb");
    }

    /// RFC 7714, section 16.1.1.
    @Test
    void aGaloisPacketIsThatOfTheRfc() {
        byte[] packet = Arrays.copyOf(HEX.parseHex("8040f17b8041f8d35501a0b2"
                + "47616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573"), 66);
        new GaloisTransform(HEX.parseHex("000102030405060708090a0b0c0d0e0f"), HEX.parseHex("517569642070726f2071756f"))
                .sealRtp(packet, 12, 50, 0xf17b);
        assertThat(HEX.formatHex(packet)).isEqualTo("8040f17b8041f8d35501a0b2"
                + "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
                + "899d7f27beb16a9152cf765ee4390cce");
    }

    /// The JDK's own cipher is another hand: text and header of any length.
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void galoisPacketsAreThoseOfTheJdk(int keyBytes) throws GeneralSecurityException {
        byte[] key = new byte[keyBytes];
        byte[] salt = new byte[12];
        random.nextBytes(key);
        random.nextBytes(salt);
        GaloisTransform ours = new GaloisTransform(key, salt);
        Cipher theirs = Cipher.getInstance("AES/GCM/NoPadding");
        for (int payload = 0; payload < 200; payload++) {
            byte[] packet = packet(payload, 99, payload);
            byte[] nonce = salt.clone();
            nonce[5] ^= 99;
            nonce[9] ^= 3;
            nonce[11] ^= (byte) payload;
            theirs.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            theirs.updateAAD(packet, 0, 12);
            byte[] expected = theirs.doFinal(packet, 12, payload);
            ours.sealRtp(packet, 12, 12 + payload, 3L << 16 | payload);
            assertThat(Arrays.copyOfRange(packet, 12, 12 + payload + 16)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpSuite.class)
    void whatIsSealedIsOpenedOverTheWrapOfSequenceNumbers(SrtpSuite suite) {
        SrtpKeys keys = SrtpKeys.random(suite, random);
        SrtpProtector out = new SrtpProtector(keys);
        SrtpUnprotector in = new SrtpUnprotector(keys);
        for (int sequence = 65_000; sequence < 65_000 + 140_000; sequence += 7) {
            byte[] packet = sealed(out, sequence);
            assertThat(in.rtp(packet, packet.length)).isEqualTo(172);
            assertThat(packet[171]).isEqualTo((byte) (sequence & 0xffff));
        }
        assertThat(in.forged() + in.replayed()).isZero();
    }

    @Test
    void latePacketsAreTakenOnceWithinTheWindowAlsoBeforeAWrap() {
        SrtpProtector out = new SrtpProtector(KEYS);
        SrtpUnprotector in = new SrtpUnprotector(KEYS);
        byte[][] packets = new byte[80][];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = sealed(out, 65_500 + i);
        }
        assertThat(opened(in, packets[0])).isTrue();
        assertThat(opened(in, packets[50])).isTrue();
        assertThat(opened(in, packets[20])).as("31 behind, before the wrap").isTrue();
        assertThat(opened(in, packets[20])).as("again").isFalse();
        assertThat(opened(in, packets[79])).isTrue();
        assertThat(opened(in, packets[16])).as("63 behind").isTrue();
        assertThat(opened(in, packets[15])).as("64 behind: too old").isFalse();
        assertThat(in.replayed()).isEqualTo(2);
    }

    private static boolean opened(SrtpUnprotector in, byte[] packet) {
        byte[] copy = packet.clone();
        return in.rtp(copy, copy.length) != SrtpUnprotector.DROPPED;
    }

    @ParameterizedTest
    @EnumSource(SrtpSuite.class)
    void oneFlippedBitAnywhereIsDroppedAndCounted(SrtpSuite suite) {
        SrtpKeys keys = SrtpKeys.random(suite, random);
        byte[] packet = sealed(new SrtpProtector(keys), 1);
        SrtpUnprotector in = new SrtpUnprotector(keys);
        for (int bit = 0; bit < packet.length * 8; bit++) {
            byte[] damaged = packet.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(in.rtp(damaged, damaged.length)).isEqualTo(SrtpUnprotector.DROPPED);
        }
        assertThat(in.forged()).isEqualTo(packet.length * 8L);
        assertThat(opened(in, packet)).as("the real one is still taken").isTrue();
    }

    @ParameterizedTest
    @EnumSource(SrtpSuite.class)
    void reportsAreProtectedAndForgeriesAndReplaysOfThemDropped(SrtpSuite suite) {
        SrtpKeys keys = SrtpKeys.random(suite, random);
        SrtpProtector out = new SrtpProtector(keys);
        SrtpUnprotector in = new SrtpUnprotector(keys);
        byte[] report = new byte[64];
        report[0] = (byte) 0x80;
        report[1] = (byte) 200;
        report[20] = 77;
        int length = out.rtcp(report, 28);
        assertThat(length).isEqualTo(28 + (suite.isGalois() ? 20 : 14));
        assertThat(report[20]).isNotEqualTo((byte) 77);
        byte[] copy = Arrays.copyOf(report, length);
        for (int bit = 0; bit < length * 8; bit++) {
            byte[] damaged = copy.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(in.rtcp(damaged, length)).as("bit %d", bit).isEqualTo(SrtpUnprotector.DROPPED);
        }
        assertThat(in.rtcp(report, length)).isEqualTo(28);
        assertThat(report[20]).isEqualTo((byte) 77);
        assertThat(in.rtcp(copy, length)).isEqualTo(SrtpUnprotector.DROPPED);
    }

    @Test
    void reportsOfAnotherSourceAreNoReplaysOfTheFirst() {
        SrtpUnprotector in = new SrtpUnprotector(KEYS);
        SrtpProtector first = new SrtpProtector(KEYS);
        SrtpProtector second = new SrtpProtector(KEYS);
        for (int i = 0; i < 3; i++) {
            byte[] report = report(first, 7);
            assertThat(in.rtcp(report, report.length)).isEqualTo(28);
        }
        byte[] again = report(second, 8);
        byte[] copy = again.clone();
        assertThat(in.rtcp(again, again.length)).as("index 0 once more, of another SSRC").isEqualTo(28);
        assertThat(in.rtcp(copy, copy.length)).isEqualTo(SrtpUnprotector.DROPPED);
        assertThat(in.replayed()).isEqualTo(1);
    }

    private static byte[] report(SrtpProtector protector, int ssrc) {
        byte[] report = new byte[28 + SrtpProtector.OVERHEAD];
        report[0] = (byte) 0x80;
        report[1] = (byte) 200;
        Words.putInt(report, 4, ssrc);
        return Arrays.copyOf(report, protector.rtcp(report, 28));
    }

    @ParameterizedTest
    @EnumSource(SrtpSuite.class)
    void theIdentifierOfTheKeyIsTakenOutOfPacketsAndReports(SrtpSuite suite) {
        SrtpKeys plain = SrtpKeys.random(suite, random);
        SrtpProtector out = new SrtpProtector(plain);
        SrtpUnprotector in = new SrtpUnprotector(new SrtpKeys(suite, plain.material(), "00000007"));
        for (int sequence = 1; sequence < 4; sequence++) {
            byte[] packet = identified(sealed(out, sequence), suite.isGalois() ? 0 : suite.tagBytes());
            assertThat(in.rtp(packet, packet.length)).isEqualTo(172);
            assertThat(packet[171]).isEqualTo((byte) sequence);
            byte[] report = identified(report(out, 7), suite.isGalois() ? 0 : 10);
            assertThat(in.rtcp(report, report.length)).isEqualTo(28);
        }
        assertThat(in.forged() + in.replayed()).isZero();
        byte[] unnamed = sealed(out, 5);
        assertThat(in.rtp(unnamed, unnamed.length)).as("without the identifier").isEqualTo(SrtpUnprotector.DROPPED);
        assertThat(in.rtp(unnamed, 3)).isEqualTo(SrtpUnprotector.DROPPED);
        assertThat(in.rtcp(unnamed, 3)).isEqualTo(SrtpUnprotector.DROPPED);
    }

    /// With 00000007 before the last bytes.
    private static byte[] identified(byte[] sealed, int behind) {
        byte[] identified = Arrays.copyOf(sealed, sealed.length + 4);
        System.arraycopy(sealed, sealed.length - behind, identified, sealed.length - behind + 4, behind);
        Words.putInt(identified, sealed.length - behind, 7);
        return identified;
    }

    @ParameterizedTest
    @EnumSource(SrtpSuite.class)
    void garbageNeverThrows(SrtpSuite suite) {
        SrtpUnprotector in = new SrtpUnprotector(SrtpKeys.random(suite, random));
        byte[] garbage = new byte[200];
        for (int i = 0; i < 5000; i++) {
            random.nextBytes(garbage);
            int length = random.nextInt(200);
            assertThat(in.rtp(garbage, length)).isEqualTo(SrtpUnprotector.DROPPED);
            assertThat(in.rtcp(garbage, length)).isEqualTo(SrtpUnprotector.DROPPED);
        }
    }

    @Test
    void materialOfAnotherLengthIsRefusedAndKeysAreNotPrinted() {
        assertThatThrownBy(() -> new SrtpKeys(SrtpSuite.AES_CM_128_HMAC_SHA1_80, "AAAA"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(KEYS.toString()).doesNotContain(KEYS.material());
    }
}
