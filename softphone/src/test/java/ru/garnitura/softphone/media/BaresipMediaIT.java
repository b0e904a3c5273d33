package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.Baresip;
import ru.garnitura.softphone.peers.MediaPhone;
import ru.garnitura.softphone.peers.Phone;

/// Our media against another softphone's, both ways, judged by the share of a tone in what each side heard.
class BaresipMediaIT {

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
