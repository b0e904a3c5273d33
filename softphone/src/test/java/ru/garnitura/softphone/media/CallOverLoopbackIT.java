package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaSnapshot;

/// A call of two engines over real sockets, judged by the tones each side hears.
class CallOverLoopbackIT {

    private static final double SHARE = 0.99;

    private MediaPair call = new MediaPair("pcma", "pcmu");

    @AfterEach
    void hangUp() {
        call.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcma", "pcmu", "g722", "opus"})
    void eachSideHearsTheOther(String codec) throws InterruptedException {
        call.close();
        call = new MediaPair(codec);
        call.connect();
        assertThat(call.aliceEar.waitForTone(1000, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
    }

    @Test
    void muteSilencesAndUnmuteBringsBack() throws InterruptedException {
        call.connect();
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        call.alice.mute(true);
        assertThat(call.bobEar.waitForQuiet(-60)).isLessThan(-60);
        long received = call.bob.snapshot().packetsReceived();
        call.alice.mute(false);
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(received).as("the stream is not interrupted").isGreaterThanOrEqualTo(0);
    }

    @Test
    void holdSilencesBothWaysAndResumeBringsBothBack() throws InterruptedException {
        call.connect();
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        call.renegotiate(MediaDirection.SENDONLY);
        assertThat(call.bobReports.directions.poll(5, TimeUnit.SECONDS)).isEqualTo(MediaDirection.RECVONLY);
        assertThat(call.bobEar.waitForQuiet(-60)).isLessThan(-60);
        assertThat(call.aliceEar.waitForQuiet(-60)).isLessThan(-60);
        call.renegotiate(MediaDirection.SENDRECV);
        assertThat(call.bobReports.directions.poll(5, TimeUnit.SECONDS)).isEqualTo(MediaDirection.SENDRECV);
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(call.aliceEar.waitForTone(1000, SHARE)).isGreaterThanOrEqualTo(SHARE);
    }

    @Test
    void inactiveSilencesBothWays() throws InterruptedException {
        call.connect();
        assertThat(call.aliceEar.waitForTone(1000, SHARE)).isGreaterThanOrEqualTo(SHARE);
        call.renegotiate(MediaDirection.INACTIVE);
        assertThat(call.bobEar.waitForQuiet(-60)).isLessThan(-60);
        assertThat(call.aliceEar.waitForQuiet(-60)).isLessThan(-60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcma", "opus"})
    void digitsArriveOnceAndInOrder(String codec) throws InterruptedException {
        call.close();
        call = new MediaPair(codec);
        call.connect();
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        for (char digit : "13*#".toCharArray()) {
            call.alice.sendDigit(digit);
        }
        for (char digit : "13*#".toCharArray()) {
            assertThat(call.bobReports.digits.poll(5, TimeUnit.SECONDS)).isEqualTo(digit);
        }
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(call.bobReports.digits).isEmpty();
    }

    @Test
    void aReInviteWithAPayloadTypeThatIsNoNumberSilencesNobody() throws InterruptedException {
        call.connect();
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        String offer = call.alice.createOffer(MediaDirection.SENDRECV).replace("RTP/AVP ", "RTP/AVP x ");
        call.alice.accept(call.bob.answer(offer + "a=rtpmap:-1 PCMU/8000\r\n", MediaDirection.SENDRECV));
        call.bobEar.listen(200);
        assertThat(call.bobEar.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(call.aliceEar.waitForTone(1000, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(call.bobReports.failures).isEmpty();
    }

    @Test
    void aCleanCallMeasuresWell() {
        call.connect();
        MediaSnapshot measured = call.awaitBob(now -> now.packetsReceived() > 50 && now.roundTripMs() >= 0
                && now.receiveLevel() > -10);
        assertThat(measured.codec()).isEqualTo("PCMA");
        assertThat(measured.packetsReceived()).isGreaterThan(50);
        assertThat(measured.packetsLost()).isZero();
        assertThat(measured.mos()).isGreaterThan(4);
        assertThat(measured.receiveLevel()).isBetween(-10.0, -8.0);
        assertThat(measured.roundTripMs()).isBetween(0.0, 100.0);
    }
}
