package ru.garnitura.softphone.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {

    private final DigestClient client = new DigestClient("Mufasa", "Circle of Life"::toCharArray);

    private static DigestChallenge challenge(String header) {
        return DigestChallenge.parse(header).orElseThrow();
    }

    private static String parameter(String header, String name) {
        return AuthParameters.parse(header).get(name);
    }

    /// The example of RFC 7616, section 3.9.1.
    @Test
    void computesTheAnswersOfTheRfc() {
        String nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        var attempt = new DigestClient.Attempt("GET", "/dir/index.html",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", 1);

        String md5 = client.credentials(new DigestChallenge("http-auth@example.org", nonce, "", DigestAlgorithm.MD5,
                true, false), attempt);
        String sha = client.credentials(new DigestChallenge("http-auth@example.org", nonce, "", DigestAlgorithm.SHA_256,
                true, false), attempt);

        assertThat(parameter(md5, "response")).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
        assertThat(parameter(sha, "response"))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void strongestAlgorithmWins() {
        List<String> offered = List.of("Digest realm=\"r\", nonce=\"1\", algorithm=MD5, qop=\"auth\"",
                "Digest realm=\"r\", nonce=\"2\", algorithm=SHA-512-256, qop=\"auth\"",
                "Digest realm=\"r\", nonce=\"3\", algorithm=SHA-256, qop=\"auth\"");

        assertThat(DigestChallenge.strongest(offered).map(DigestChallenge::nonce)).contains("2");
    }

    @Test
    void unknownAlgorithmsAndSchemesArePassedOver() {
        assertThat(DigestChallenge.strongest(List.of("Basic realm=\"r\"",
                "Digest realm=\"r\", nonce=\"1\", algorithm=MD5-sess", "Digest realm=\"r\", nonce=\"1\", qop=\"auth-int\"",
                "Digest realm=\"r\""))).isEqualTo(Optional.empty());
    }

    @Test
    void missingAlgorithmMeansMd5() {
        assertThat(challenge("Digest realm=\"r\", nonce=\"n\"").algorithm()).isEqualTo(DigestAlgorithm.MD5);
    }

    @Test
    void quotedPairsSurvive() {
        DigestChallenge parsed = challenge("Digest realm=\"a \\\"b\\\", c=d\", nonce=\"n\", qop=\"auth,auth-int\"");

        assertThat(parsed.realm()).isEqualTo("a \"b\", c=d");
        assertThat(parameter(client.answer(parsed, "REGISTER", "sip:x"), "realm")).isEqualTo("a \"b\", c=d");
    }

    @Test
    void countsUsesOfANonceAndNeverRepeatsAClientNonce() {
        DigestChallenge one = challenge("Digest realm=\"r\", nonce=\"n1\", qop=\"auth\"");

        String first = client.answer(one, "REGISTER", "sip:x");
        String second = client.again("REGISTER", "sip:x").orElseThrow();
        String fresh = client.answer(challenge("Digest realm=\"r\", nonce=\"n2\", qop=\"auth\""), "REGISTER", "sip:x");

        assertThat(List.of(parameter(first, "nc"), parameter(second, "nc"), parameter(fresh, "nc")))
                .containsExactly("00000001", "00000002", "00000001");
        assertThat(List.of(parameter(first, "cnonce"), parameter(second, "cnonce"), parameter(fresh, "cnonce")))
                .doesNotHaveDuplicates();
    }

    @Test
    void clearsThePassword() {
        char[] secret = "secret".toCharArray();

        new DigestClient("u", () -> secret).answer(challenge("Digest realm=\"r\", nonce=\"n\""), "REGISTER", "sip:x");

        assertThat(secret).containsOnly('\0');
    }

    @ParameterizedTest
    @EnumSource
    void serverAcceptsTheClientOnce(DigestAlgorithm algorithm) {
        DigestVerifier verifier = new DigestVerifier("r", List.of(algorithm),
                user -> user.equals("Mufasa") ? "Circle of Life" : null);
        DigestChallenge challenge = challenge(verifier.challenges(false).getFirst());

        String answer = client.answer(challenge, "REGISTER", "sip:x");

        assertThat(verifier.check(answer, "REGISTER")).isEqualTo(DigestVerifier.Verdict.GOOD);
        assertThat(verifier.check(answer, "REGISTER")).isEqualTo(DigestVerifier.Verdict.STALE);
        assertThat(verifier.check(answer, "INVITE")).isEqualTo(DigestVerifier.Verdict.BAD);
        assertThat(verifier.check(client.answer(challenge, "REGISTER", "sip:x"), "REGISTER"))
                .isEqualTo(DigestVerifier.Verdict.GOOD);
    }

    @Test
    void serverRefusesStrangersAndWrongPasswords() {
        DigestVerifier verifier = new DigestVerifier("r", List.of(DigestAlgorithm.MD5),
                user -> user.equals("Mufasa") ? "another" : null);
        DigestChallenge challenge = challenge(verifier.challenges(false).getFirst());
        DigestClient stranger = new DigestClient("Scar", "x"::toCharArray);

        assertThat(verifier.check(client.answer(challenge, "REGISTER", "sip:x"), "REGISTER"))
                .isEqualTo(DigestVerifier.Verdict.BAD);
        assertThat(verifier.check(stranger.answer(challenge, "REGISTER", "sip:x"), "REGISTER"))
                .isEqualTo(DigestVerifier.Verdict.BAD);
    }
}
