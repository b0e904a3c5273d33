package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import ru.garnitura.softphone.sip.Realms.Purpose;
import ru.garnitura.softphone.sip.digest.DigestAlgorithm;
import ru.garnitura.softphone.sip.digest.DigestChallenge;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

class RealmsTest {

    private static final ResolvedHop SERVER = hop("192.0.2.1");
    private static final ResolvedHop ELSEWHERE = hop("192.0.2.2");

    private final Realms realms = new Realms();

    private static ResolvedHop hop(String address) {
        return new ResolvedHop(InetAddress.ofLiteral(address), 5060, "UDP");
    }

    private boolean answers(String realm, DigestAlgorithm algorithm, ResolvedHop sentTo, Purpose purpose) {
        return realms.answers(new DigestChallenge(realm, "n", "", algorithm, true, false), sentTo, purpose);
    }

    @BeforeEach
    void serve() {
        realms.serve(SERVER.address());
    }

    private void register(DigestAlgorithm algorithm) {
        assertThat(answers("pbx", algorithm, SERVER, Purpose.REGISTRATION)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pbx,SHA_256,true", "pbx,SHA_512_256,true", "pbx,MD5,false", "other,SHA_256,false"})
    void afterRegistrationItsRealmIsAnsweredAndNoWeakerAlgorithm(String realm, DigestAlgorithm algorithm, boolean answered) {
        register(DigestAlgorithm.SHA_256);

        for (Purpose purpose : new Purpose[] {Purpose.DIALLING, Purpose.IN_OUR_CALL, Purpose.IN_THEIR_CALL}) {
            assertThat(answers(realm, algorithm, SERVER, purpose)).as("%s", purpose).isEqualTo(answered);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_OUR_CALL", "IN_THEIR_CALL"})
    void noOtherHostIsAnsweredWithinACall(Purpose purpose) {
        register(DigestAlgorithm.SHA_256);

        assertThat(answers("pbx", DigestAlgorithm.SHA_256, ELSEWHERE, purpose)).isFalse();
    }

    /// Who runs it may set it up anew, and its operators must not be out of reach then.
    @Test
    void theRegistrarsLastWordCounts() {
        register(DigestAlgorithm.SHA_256);
        register(DigestAlgorithm.MD5);

        assertThat(answers("pbx", DigestAlgorithm.MD5, SERVER, Purpose.DIALLING)).isTrue();
    }

    /// Only the registrar says what is strong: else anybody could have its challenges refused later.
    @Test
    void aStrongerAlgorithmOfSomebodyElseBindsNobody() {
        register(DigestAlgorithm.MD5);
        answers("pbx", DigestAlgorithm.SHA_512_256, SERVER, Purpose.IN_THEIR_CALL);

        assertThat(answers("pbx", DigestAlgorithm.MD5, SERVER, Purpose.DIALLING)).isTrue();
    }

    @Test
    void aProxyBeforeTheRegistrarHasARealmOfItsOwn() {
        register(DigestAlgorithm.SHA_256);
        assertThat(answers("proxy", DigestAlgorithm.MD5, SERVER, Purpose.REGISTRATION)).isTrue();

        assertThat(answers("proxy", DigestAlgorithm.MD5, SERVER, Purpose.DIALLING)).isTrue();
        assertThat(answers("pbx", DigestAlgorithm.MD5, SERVER, Purpose.DIALLING)).isFalse();
    }

    /// Without a registrar, or with one that knows us by our address.
    @Test
    void whomTheOperatorCallsMayAskAndHeAloneInThatCall() {
        assertThat(answers("x", DigestAlgorithm.MD5, ELSEWHERE, Purpose.IN_OUR_CALL)).isFalse();
        assertThat(answers("x", DigestAlgorithm.MD5, ELSEWHERE, Purpose.DIALLING)).isTrue();
        assertThat(answers("x", DigestAlgorithm.MD5, ELSEWHERE, Purpose.IN_OUR_CALL)).isTrue();

        assertThat(answers("y", DigestAlgorithm.MD5, ELSEWHERE, Purpose.IN_OUR_CALL)).isFalse();
        assertThat(answers("x", DigestAlgorithm.MD5, SERVER, Purpose.IN_OUR_CALL)).isFalse();
        assertThat(answers("x", DigestAlgorithm.MD5, ELSEWHERE, Purpose.IN_THEIR_CALL)).isFalse();
    }
}
