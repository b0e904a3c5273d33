package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.SrtpPolicy;

/// Calls of two engines whose packets are encrypted, by either way to agree on keys.
class EncryptedCallIT {

    private static String withoutKeys(String sdp) {
        return without(sdp, "a=crypto");
    }

    private static String withoutCertificate(String sdp) {
        return without(sdp, "a=fingerprint");
    }

    private static String without(String sdp, String start) {
        return String.join("\r\n", sdp.lines().filter(line -> !line.startsWith(start)).toList()) + "\r\n";
    }

    private static MediaPair pair(SrtpPolicy policy) {
        return new MediaPair(new MediaPolicy(List.of("pcma"), policy));
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED,sdes", "REQUIRED,dtls", "OPTIONAL,sdes", "OPTIONAL,dtls"})
    void bothAreHeardAndTheLockIsClosed(SrtpPolicy policy, String keying) throws InterruptedException {
        try (MediaPair call = pair(policy)) {
            call.connect(sdp -> keying.equals("dtls") ? withoutKeys(sdp) : withoutCertificate(sdp), UnaryOperator.identity());
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
            assertThat(call.aliceEar.waitForTone(1000, 0.99)).isGreaterThanOrEqualTo(0.99);
            assertThat(call.awaitBob(now -> now.encrypted()).encrypted()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUIRED", "OPTIONAL"})
    void holdAndResumeKeepTheKeys(SrtpPolicy policy) throws InterruptedException {
        try (MediaPair call = pair(policy)) {
            call.connect();
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
            call.renegotiate(MediaDirection.SENDONLY);
            assertThat(call.bobEar.waitForQuiet(-60)).isLessThan(-60);
            call.renegotiate(MediaDirection.SENDRECV);
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
            assertThat(call.aliceEar.waitForTone(1000, 0.99)).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void anotherCertificateThanAnnouncedEndsTheCallUnheard() throws InterruptedException {
        try (MediaPair call = pair(SrtpPolicy.REQUIRED)) {
            call.connect(sdp -> withoutKeys(sdp).replaceFirst("sha-256 ..", "sha-256 00"), UnaryOperator.identity());
            assertThat(call.bobReports.failures.poll(20, TimeUnit.SECONDS)).isTrue();
            assertThat(call.bob.snapshot().encrypted()).isFalse();
            assertThat(call.bobEar.waitForQuiet(-60)).isLessThan(-60);
            assertThat(call.bob.snapshot().packetsReceived()).isZero();
        }
    }

    @Test
    void withoutEncryptionTheLockStaysOpen() throws InterruptedException {
        try (MediaPair call = pair(SrtpPolicy.OPTIONAL)) {
            call.connect(sdp -> withoutCertificate(withoutKeys(sdp)), UnaryOperator.identity());
            assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
            assertThat(call.awaitBob(now -> now.packetsReceived() > 10).encrypted()).isFalse();
        }
    }
}
