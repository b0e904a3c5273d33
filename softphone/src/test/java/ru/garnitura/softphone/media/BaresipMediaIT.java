package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.Phone;

/// Our media against another softphone's, both ways, judged by the share of a tone in what each side heard.
class BaresipMediaIT {

    private static final Duration REPORTS = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"opus,opus", "g722,G722", "pcma,PCMA", "pcmu,PCMU"})
    void weCallAndBothHear(String codec, String sdpName) throws Exception {
        List<String> modules = List.of(codec.startsWith("pcm") ? "g711" : codec);
        try (MediaPhone alice = MediaPhone.start("alice", SrtpPolicy.OFF, codec);
                Baresip baresip = Baresip.start(folder, new Baresip.Setup("bob", "", 440, modules, true))) {
            CallId call = alice.phone().dial("sip:bob@127.0.0.1:" + baresip.port());
            alice.phone().awaitState(call, CallState.CONFIRMED);
            assertThat(alice.ear().waitForTone(440, 0.98)).isGreaterThanOrEqualTo(0.98);
            assertThat(alice.phone().softphone().media(call).codec()).isEqualTo(sdpName);
            alice.ear().listen(1000);
            alice.phone().softphone().end(call);
            alice.phone().awaitEnd(call);
            assertThat(heardBy(baresip)).isGreaterThanOrEqualTo(0.98);
        }
    }

    @ParameterizedTest
    @CsvSource({"opus,opus", "g722,G722"})
    void theyCallAndBothHear(String codec, String sdpName) throws Exception {
        try (MediaPhone alice = MediaPhone.start("alice", SrtpPolicy.OFF, "opus", "g722", "pcma");
                Baresip baresip = Baresip.start(folder, new Baresip.Setup("bob", "", 440, List.of(codec), true))) {
            baresip.dial(alice.phone().uri());
            CallId call = alice.phone().awaitRinging().id();
            alice.phone().softphone().answer(call);
            alice.phone().awaitState(call, CallState.CONFIRMED);
            assertThat(alice.ear().waitForTone(440, 0.98)).isGreaterThanOrEqualTo(0.98);
            assertThat(alice.phone().softphone().media(call).codec()).isEqualTo(sdpName);
            alice.ear().listen(1000);
            alice.phone().softphone().end(call);
            alice.phone().awaitEnd(call);
            assertThat(heardBy(baresip)).isGreaterThanOrEqualTo(0.98);
        }
    }

    @ParameterizedTest
    @CsvSource({"srtp,REQUIRED,true", "dtls_srtp,REQUIRED,true", "srtp,OPTIONAL,false", "dtls_srtp,REQUIRED,false",
        "srtp,REQUIRED,false"})
    void encryptedBothHear(String encryption, SrtpPolicy policy, boolean weCall) throws Exception {
        Baresip.Setup setup = new Baresip.Setup("bob", "", 440, List.of("g711"), true).encrypted(encryption);
        try (MediaPhone alice = MediaPhone.start("alice", policy, "pcma"); Baresip baresip = Baresip.start(folder, setup)) {
            CallId call = weCall ? alice.phone().dial("sip:bob@127.0.0.1:" + baresip.port()) : answered(alice, baresip);
            alice.phone().awaitState(call, CallState.CONFIRMED);
            assertThat(alice.ear().waitForTone(440, 0.98)).isGreaterThanOrEqualTo(0.98);
            alice.phone().await(() -> alice.phone().softphone().media(call).encrypted());
            alice.ear().listen(1000);
            alice.phone().softphone().end(call);
            alice.phone().awaitEnd(call);
            assertThat(heardBy(baresip)).isGreaterThanOrEqualTo(0.98);
        }
    }

    /// Ciphers that authenticate (RFC 7714), ours against those of libre: sound and reports, both ways. An offer over a
    /// connection names the strongest first, and it is taken.
    @ParameterizedTest
    @CsvSource({"AEAD_AES_256_GCM,nothing", "AEAD_AES_128_GCM,AEAD_AES_256_GCM"})
    void keysInTheSdpOfCiphersThatAuthenticate(String taken, String leftOut) throws Exception {
        Baresip.Setup setup = new Baresip.Setup("bob", "", 440, List.of("g711"), true).encrypted("srtp");
        MediaPhone.Way way = new MediaPhone.Way(SipTransport.TCP, sdp -> without(sdp, leftOut));
        try (MediaPhone alice = MediaPhone.start("alice", way, SrtpPolicy.REQUIRED, "pcma");
                Baresip baresip = Baresip.start(folder, setup)) {
            CallId call = alice.phone().dial("sip:bob@127.0.0.1:" + baresip.port());
            alice.phone().awaitState(call, CallState.CONFIRMED);
            assertThat(alice.ear().waitForTone(440, 0.98)).isGreaterThanOrEqualTo(0.98);
            baresip.process().awaitLine(line -> line.contains("cryptosuite=" + taken), Phone.PATIENCE);
            awaitReports(alice, call);
            alice.phone().softphone().end(call);
            alice.phone().awaitEnd(call);
            assertThat(heardBy(baresip)).isGreaterThanOrEqualTo(0.98);
        }
    }

    /// Where the other side does not share ports, reports have a handshake and keys of their own (RFC 5764, section 4.2).
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reportsOfADtlsCallAreUnderstoodOnAPortOfTheirOwn(boolean weCall) throws Exception {
        Baresip.Setup setup = new Baresip.Setup("bob", "", 440, List.of("g711"), true).encrypted("dtls_srtp");
        try (MediaPhone alice = MediaPhone.start("alice", SrtpPolicy.REQUIRED, "pcma");
                Baresip baresip = Baresip.start(folder, setup)) {
            CallId call = weCall ? alice.phone().dial("sip:bob@127.0.0.1:" + baresip.port()) : answered(alice, baresip);
            alice.phone().awaitState(call, CallState.CONFIRMED);
            assertThat(alice.ear().waitForTone(440, 0.98)).isGreaterThanOrEqualTo(0.98);
            baresip.process().awaitLine(line -> line.contains("DTLS-SRTP complete (audio/RTCP)"), Phone.PATIENCE);
            String cipher = weCall ? "Profile=AEAD_AES_256_GCM" : "Profile=AES_CM_128_HMAC_SHA1_80";
            baresip.process().awaitLine(line -> line.contains("complete (audio/RTP)") && line.contains(cipher), Phone.PATIENCE);
            awaitReports(alice, call);
        }
    }

    /// A round-trip time needs a report of ours that was understood, and one of theirs that we understand.
    private static void awaitReports(MediaPhone phone, CallId call) throws InterruptedException {
        phone.phone().await(() -> phone.phone().softphone().media(call).roundTripMs() >= 0, REPORTS);
    }

    private static String without(String sdp, String text) {
        return sdp.lines().filter(line -> !line.contains(text)).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static CallId answered(MediaPhone alice, Baresip baresip) throws Exception {
        baresip.dial(alice.phone().uri());
        CallId call = alice.phone().awaitRinging().id();
        alice.phone().softphone().answer(call);
        return call;
    }

    /// Our tone's share in the last half second but 100 ms of what it recorded; the file is whole a moment after the end.
    private static double heardBy(Baresip baresip) throws IOException, InterruptedException {
        baresip.process().awaitLine(line -> line.contains("session closed") || line.contains("terminated"),
                Phone.PATIENCE);
        long deadline = System.nanoTime() + Phone.PATIENCE.toNanos();
        Wav heard = Wav.read(baresip.heard().orElseThrow());
        while (heard.samples().length < heard.rate() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
            heard = Wav.read(baresip.heard().orElseThrow());
        }
        int to = heard.samples().length - heard.rate() / 10;
        return ToneShare.of(Arrays.copyOfRange(heard.samples(), to - heard.rate() / 2, to), heard.rate(),
                MediaPhone.TONE);
    }
}
