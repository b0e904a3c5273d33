package ru.garnitura.softphone.media.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.codec.PayloadFormat;

/// What is offered, answered and refused about encryption under each policy.
class SecurityNegotiationTest {

    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";
    private static final String CRYPTO = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
            + "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20|1:4\r\na=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:"
            + "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20\r\n";
    private static final String FINGERPRINT = "a=fingerprint:SHA-256 " + "aa:".repeat(31) + "bb\r\na=setup:actpass\r\n";
    private static final String PLAIN = "m=audio 5000 RTP/AVP 8\r\n";
    private static final String SECURE = "m=audio 5000 RTP/SAVP 8\r\n";

    private static Negotiation side(SrtpPolicy policy) {
        return side(policy, false);
    }

    private static Negotiation side(SrtpPolicy policy, boolean roomy) {
        Secrets secrets = Secrets.of(policy, roomy, "sha-256 " + "CC:".repeat(31) + "DD",
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        return new Negotiation(new Negotiation.Local(InetAddress.getLoopbackAddress(), 4000, List.of(PayloadFormat.PCMA),
                20, 42, secrets));
    }

    private static Protection answered(SrtpPolicy policy, String media) {
        return side(policy).answer(HEAD + media, MediaDirection.SENDRECV).agreed().plan().protection();
    }

    @Test
    void theOfferSaysNoMoreThanThePolicy() {
        assertThat(side(SrtpPolicy.OFF).offer(MediaDirection.SENDRECV)).contains("RTP/AVP").doesNotContain("crypto")
                .doesNotContain("fingerprint");
        assertThat(side(SrtpPolicy.OPTIONAL).offer(MediaDirection.SENDRECV)).contains("RTP/AVP", "a=crypto:2 AES_CM_128",
                "a=fingerprint:sha-256 CC", "a=setup:actpass", "a=rtcp-mux");
        assertThat(side(SrtpPolicy.REQUIRED).offer(MediaDirection.SENDRECV)).contains("RTP/SAVP", "a=crypto:1 AES_256");
    }

    @Test
    void theFirstKeyIsTakenWithItsIdentifierAndAnsweredWithOursUnderItsTag() {
        Negotiation ours = side(SrtpPolicy.OPTIONAL);
        Negotiation.Answered answer = ours.answer(HEAD + SECURE + CRYPTO, MediaDirection.SENDRECV);
        assertThat(answer.agreed().plan().protection()).isInstanceOfSatisfying(Protection.Sdes.class,
                sdes -> assertThat(sdes.theirs().identifier()).isEqualTo("00000001"));
        assertThat(answer.sdp()).contains("m=audio 4000 RTP/SAVP", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:")
                .doesNotContain("a=crypto:2").doesNotContain("fingerprint").doesNotContain("|");
        assertThat(ours.offer(MediaDirection.SENDONLY)).as("a re-INVITE changes no keys").contains(answer.sdp().lines()
                .filter(line -> line.startsWith("a=crypto")).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:0", "1:9", "300:1", "x:1", "1:1:1", "1:"})
    void aKeyWhoseIdentifierIsNoneIsPassedOver(String identifier) {
        Negotiation.Answered answer = side(SrtpPolicy.OPTIONAL).answer(HEAD + SECURE + CRYPTO.replace("1:4", identifier),
                MediaDirection.SENDRECV);
        assertThat(answer.sdp()).contains("a=crypto:2 ");
    }

    @ParameterizedTest
    @CsvSource({"sha-256,32", "SHA-384,48", "sha-512,64"})
    void fingerprintsOfTheseHashesAreTaken(String hash, int bytes) {
        String value = "ab:".repeat(bytes - 1) + "cd";
        assertThat(answered(SrtpPolicy.OPTIONAL, PLAIN + "a=fingerprint:" + hash + " " + value + "\r\na=setup:actpass\r\n"))
                .isInstanceOfSatisfying(Protection.Dtls.class, dtls -> assertThat(dtls.theirs().announced())
                        .isEqualTo(hash.toLowerCase(Locale.ROOT) + " " + value.toUpperCase(Locale.ROOT)));
        assertThat(answered(SrtpPolicy.OPTIONAL, PLAIN + "a=fingerprint:" + hash + " " + value + ":ef\r\na=setup:actpass\r\n"))
                .as("of another length").isEqualTo(Protection.NONE);
    }

    @ParameterizedTest
    @CsvSource({"AEAD_AES_256_GCM,44", "AEAD_AES_128_GCM,28"})
    void authenticatedCiphersAreTakenWhereTheyAreOffered(String suite, int bytes) {
        String material = Base64.getEncoder().encodeToString(new byte[bytes]);
        Negotiation.Answered answer = side(SrtpPolicy.REQUIRED).answer(
                HEAD + SECURE + "a=crypto:1 " + suite + " inline:" + material + "\r\n" + CRYPTO, MediaDirection.SENDRECV);
        assertThat(answer.sdp()).contains("a=crypto:1 " + suite + " inline:");
        assertThat(side(SrtpPolicy.REQUIRED).offer(MediaDirection.SENDRECV)).as("our own offer stays short").doesNotContain("AEAD");
    }

    @Test
    void overAConnectionTheStrongestAreOfferedFirstAndTheAnswersTagSaysWhichItIs() {
        Negotiation ours = side(SrtpPolicy.REQUIRED, true);
        String offer = ours.offer(MediaDirection.SENDRECV);
        assertThat(offer.lines().filter(line -> line.startsWith("a=crypto:")).map(line -> line.split("[ :]", -1)[2]))
                .containsExactly("AEAD_AES_256_GCM", "AES_256_CM_HMAC_SHA1_80", "AEAD_AES_128_GCM", "AES_CM_128_HMAC_SHA1_80",
                        "AES_CM_128_HMAC_SHA1_32");
        String material = Base64.getEncoder().encodeToString(new byte[28]);
        Protection agreed = ours.accept(HEAD + SECURE + "a=crypto:3 AEAD_AES_128_GCM inline:" + material + "\r\n").plan().protection();
        assertThat(agreed).isInstanceOfSatisfying(Protection.Sdes.class, sdes -> assertThat(offer)
                .contains("a=crypto:3 AEAD_AES_128_GCM inline:" + sdes.ours().material()));
    }

    @Test
    void dtlsGoesBeforeKeysInTheSdpAndTheAnswerBegins() {
        Negotiation.Answered answer = side(SrtpPolicy.REQUIRED).answer(
                HEAD + "m=audio 5000 UDP/TLS/RTP/SAVPF 8\r\n" + CRYPTO + FINGERPRINT, MediaDirection.SENDRECV);
        assertThat(answer.agreed().plan().protection()).isEqualTo(new Protection.Dtls(true,
                new Protection.Fingerprint("sha-256", "AA:".repeat(31) + "BB")));
        assertThat(answer.sdp()).contains("m=audio 4000 UDP/TLS/RTP/SAVPF", "a=setup:active").doesNotContain("crypto");
    }

    @Test
    void whoeverAnswersPassiveWaits() {
        Negotiation ours = side(SrtpPolicy.OPTIONAL);
        ours.offer(MediaDirection.SENDRECV);
        assertThat(ours.accept(HEAD + PLAIN + FINGERPRINT.replace("actpass", "passive")).plan().protection())
                .isInstanceOfSatisfying(Protection.Dtls.class, dtls -> assertThat(dtls.client()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"OFF,plain", "OFF,plain+crypto", "OPTIONAL,plain"})
    void withoutEncryptionWhereThePolicyLets(SrtpPolicy policy, String offer) {
        assertThat(answered(policy, PLAIN + (offer.endsWith("crypto") ? CRYPTO : ""))).isEqualTo(Protection.NONE);
    }

    @ParameterizedTest
    @CsvSource({"OFF,secure+crypto", "OFF,secure", "OPTIONAL,secure", "REQUIRED,plain", "REQUIRED,secure"})
    void refusedWhereThePolicyForbids(SrtpPolicy policy, String offer) {
        String media = (offer.startsWith("secure") ? SECURE : PLAIN) + (offer.endsWith("crypto") ? CRYPTO : "");
        assertThatThrownBy(() -> answered(policy, media)).isInstanceOf(MediaException.class)
                .hasMessageContaining("encryption");
    }

    @Test
    void anAnswerThatDropsRequiredEncryptionIsRefused() {
        Negotiation ours = side(SrtpPolicy.REQUIRED);
        ours.offer(MediaDirection.SENDRECV);
        assertThatThrownBy(() -> ours.accept(HEAD + PLAIN)).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> ours.accept(HEAD + PLAIN + CRYPTO)).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> ours.accept(HEAD + SECURE)).isInstanceOf(MediaException.class);
        assertThat(ours.accept(HEAD + SECURE + CRYPTO).plan().protection()).isInstanceOf(Protection.Sdes.class);
    }
}
