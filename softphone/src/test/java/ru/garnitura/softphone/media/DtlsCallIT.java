package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.SrtpPolicy;

/// Keys of calls between engines: on which ports they are agreed, what they outlive, and when others are due.
class DtlsCallIT {

    private static final MediaPolicy POLICY = new MediaPolicy(List.of("pcma"), SrtpPolicy.REQUIRED);
    private static final double CLEAR = 0.99;
    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");

    private final MediaPair call = new MediaPair(POLICY);
    private final List<UdpRelay> relays = new ArrayList<>();

    @AfterEach
    void hangUp() {
        call.close();
        relays.forEach(UdpRelay::close);
    }

    private UdpRelay relay(int port) {
        try {
            UdpRelay made = new UdpRelay(port, UdpRelay.Weather.FINE, 7);
            relays.add(made);
            return made;
        } catch (SocketException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int portIn(String sdp) {
        Matcher port = PORT.matcher(sdp);
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static String without(String sdp, String start) {
        return sdp.lines().filter(line -> !line.startsWith(start)).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private void bothAreHeard() throws InterruptedException {
        assertThat(call.bobEar.waitForTone(440, CLEAR)).isGreaterThanOrEqualTo(CLEAR);
        assertThat(call.aliceEar.waitForTone(1000, CLEAR)).isGreaterThanOrEqualTo(CLEAR);
    }

    @Test
    void reportsOnAPortOfTheirOwnHaveAHandshakeThere() throws Exception {
        call.connect(offer -> without(offer, "a=rtcp-mux"), answer -> answer.replaceFirst("a=ptime",
                "a=rtcp:" + relay(portIn(answer) + 1).port() + "\r\na=ptime"));
        bothAreHeard();
        call.awaitBob(_ -> relays.getFirst().handshakes() > 1);
        assertThat(relays.getFirst().handshakes()).isGreaterThan(1);
    }

    @Test
    void reportsThatShareThePortFromNowOnAreUnderTheKeysOfTheCall() throws Exception {
        call.connect(offer -> without(offer, "a=rtcp-mux"), UnaryOperator.identity());
        double before = call.awaitBob(now -> now.roundTripMs() >= 0).roundTripMs();
        String offer = call.bob.createOffer(MediaDirection.SENDRECV).replaceFirst("a=ptime", "a=rtcp-mux\r\na=ptime");
        call.bob.accept(call.alice.answer(offer, MediaDirection.SENDRECV));
        bothAreHeard();
        assertThat(call.awaitBob(now -> now.roundTripMs() != before).roundTripMs()).isNotNegative().isNotEqualTo(before);
    }

    /// Both sides keep association and keys when one of them moves (RFC 8842, section 4).
    @ParameterizedTest
    @ValueSource(strings = {"a=crypto", "a=fingerprint"})
    void anotherAddressChangesNoKeys(String notTaken) throws Exception {
        call.connect(offer -> without(offer, notTaken), this::relayed);
        bothAreHeard();
        UdpRelay way = relays.getFirst();
        int handshakes = way.handshakes();
        assertThat(handshakes > 0).isEqualTo(notTaken.equals("a=crypto"));

        call.alice.relocate(InetAddress.ofLiteral("127.0.0.2"));
        String offer = call.alice.createOffer(MediaDirection.SENDRECV);
        String answer = call.bob.answer(without(offer, notTaken), MediaDirection.SENDRECV);
        call.alice.accept(answer.replaceFirst("m=audio \\d+", "m=audio " + way.port()));
        call.aliceEar.listen(2_500);
        bothAreHeard();

        assertThat(offer).contains("c=IN IP4 127.0.0.2");
        assertThat(way.handshakes()).isEqualTo(handshakes);
        assertThat(call.awaitBob(now -> now.encrypted()).encrypted()).isTrue();
        assertThat(call.aliceReports.failures).isEmpty();
    }

    private String relayed(String answer) {
        return answer.replaceFirst("m=audio \\d+", "m=audio " + relay(portIn(answer)).port());
    }

    /// An exchange connects the call to somebody else.
    @Test
    void anotherCertificateBeginsAnotherHandshake() throws Exception {
        call.connect();
        bothAreHeard();
        Ear ear = new Ear();
        MediaPair.Reports reports = new MediaPair.Reports();
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
                RtpMediaEngine engine = RtpMediaEngine.create(MediaSettings.USUAL,
                        AudioEndpoints.of(new ToneSource(700), ear), new MediaLanes(Runnable::run, lanes))) {
            engine.prepare(POLICY);
            MediaSession carol = engine.open(new CallId("carol"), InetAddress.getLoopbackAddress(), POLICY, reports);
            call.alice.accept(carol.answer(call.alice.createOffer(MediaDirection.SENDRECV), MediaDirection.SENDRECV));
            carol.start();
            call.bob.close();
            assertThat(ear.waitForTone(440, CLEAR)).isGreaterThanOrEqualTo(CLEAR);
            assertThat(call.aliceEar.waitForTone(700, CLEAR)).isGreaterThanOrEqualTo(CLEAR);
            assertThat(reports.failures).isEmpty();
            assertThat(call.aliceReports.failures).isEmpty();
        }
    }

    /// Nothing in a handshake proves who sent it before its end: a fatal alert, a row of records that is longer than what may
    /// wait, the hello of a client and of a server.
    @ParameterizedTest
    @CsvSource({"15fefd000000000000000000020228,1,500000", "17fefd0000000000000000000141,100,20000000",
        "16fefd0000000000000000000e010000020000000000000002fefd,1,500000",
        "16fefd0000000000000000000e020000020000000000000002fefd,1,500000"})
    void aStrangerEndsNoHandshake(String datagram, int atOnce, long pause) throws Exception {
        try (Sprayer stranger = new Sprayer(HexFormat.of().parseHex(datagram), atOnce, pause)) {
            call.connect(offer -> stranger.aimAt(without(offer, "a=crypto")), stranger::aimAt);
            assertThat(call.awaitBob(MediaSnapshot::encrypted).encrypted()).isTrue();
        }
        bothAreHeard();
        assertThat(call.aliceReports.failures).isEmpty();
        assertThat(call.bobReports.failures).isEmpty();
    }
}
