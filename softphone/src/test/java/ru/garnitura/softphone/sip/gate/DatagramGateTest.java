package ru.garnitura.softphone.sip.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramGateTest {

    private static final InetSocketAddress SOURCE = new InetSocketAddress("192.0.2.7", 40_000);
    private static final String GOOD = """
            OPTIONS sip:101@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bK1
            From: "A \\"b\\" <c>" <sip:a@x>;tag=1
            To: <sip:b@x>
            Call-ID: 1
            CSeq: 7 OPTIONS
            Max-Forwards: 70
            Content-Length: 0

            """;

    private final AtomicLong nanos = new AtomicLong();
    private final KnownSources known = new KnownSources();
    private final DatagramGate gate = new DatagramGate(new SourceLimiter(nanos::get,
            new SourceLimiter.Limits(new SourceLimiter.Rate(500, 1_000), new SourceLimiter.Rate(10, 50),
                    new SourceLimiter.Rate(100, 200), new SourceLimiter.Rate(1, 20)),
            new SourceLimiter.Limits(new SourceLimiter.Rate(5_000, 5_000), new SourceLimiter.Rate(100, 300),
                    new SourceLimiter.Rate(500, 500), new SourceLimiter.Rate(20, 400)), known));

    private Verdict judge(String text) {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return gate.judge(bytes, bytes.length, SOURCE);
    }

    private static String refused(Verdict verdict) {
        return verdict instanceof Verdict.Refuse(String response, int port) ? port + " " + response
                : verdict.toString();
    }

    private static Integer passed(Verdict verdict) {
        return verdict instanceof Verdict.Pass pass ? pass.length() : -1;
    }

    @Test
    void aGoodRequestPassesWhole() {
        assertThat(passed(judge(GOOD))).isEqualTo(GOOD.replace("\n", "\r\n").length());
    }

    /// JAIN-SIP tells transactions by the branch alone.
    @Test
    void theSameBranchOfTwoCallsIsMarkedApartAndTheMarkComesOffAgain() {
        Verdict.Pass one = (Verdict.Pass) judge(GOOD);
        Verdict.Pass other = (Verdict.Pass) judge(GOOD.replace("Call-ID: 1", "Call-ID: 2"));
        Verdict.Pass again = (Verdict.Pass) judge(GOOD.replace("OPTIONS", "CANCEL"));
        int end = GOOD.replace("\n", "\r\n").indexOf("z9hG4bK1") + "z9hG4bK1".length();

        assertThat(one.branchEnd()).isEqualTo(end);
        assertThat(one.mark()).isNotEqualTo(other.mark()).isEqualTo(again.mark());
        assertThat(BranchMark.removed("branch=z9hG4bK1" + one.mark() + "\r\n")).isEqualTo("branch=z9hG4bK1\r\n");
    }

    @Test
    void octetsBehindTheBodyAreCutOff() {
        assertThat(passed(judge(GOOD + "INVITE sip:evil"))).isEqualTo(GOOD.replace("\n", "\r\n").length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSeq: 4294967296 OPTIONS", "CSeq: 7 INVITE", "CSeq: x OPTIONS", "CSeq: 7 OPTIONS\nCSeq: 8 OPTIONS",
            "CSeq: 7 OPTIONS\nMax-Forwards: 300", "CSeq: 7 OPTIONS\nno header at all", "CSeq: 7 OPTIONS\nContact: \"open <sip:a@b>",
            "CSeq: 7 OPTIONS\nContact: < sip:a@b>", "CSeq: 7 OPTIONS\nContact: <sip:a@b>;;x", "X: 1"})
    void aBrokenHeaderIsABadRequest(String line) {
        assertThat(refused(judge(GOOD.replace("CSeq: 7 OPTIONS", line)))).startsWith("5070 SIP/2.0 400 Bad Request\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS  sip:a@b SIP/2.0", "OPTIONS sip:a@b SIP/2.0 ", "OPTIONS <sip:a@b> SIP/2.0",
            "OPTIONS sip:a b@c SIP/2.0", "OPTIONS sip:a@b?Route=%3Csip:x%3E SIP/2.0"})
    void aBrokenFirstLineIsABadRequest(String line) {
        assertThat(refused(judge(GOOD.replace("OPTIONS sip:101@192.0.2.1 SIP/2.0", line)))).contains(" 400 Bad Request");
    }

    @Test
    void anotherVersionIsSaidToBeNone() {
        assertThat(refused(judge(GOOD.replace("192.0.2.1 SIP/2.0", "192.0.2.1 SIP/7.0"))))
                .startsWith("5070 SIP/2.0 505 Version Not Supported");
    }

    @Test
    void theAnswerIsOfItsRequestAndGoesWhereTheViaSays() {
        String broken = GOOD.replace("CSeq: 7 OPTIONS", "CSeq: 7 INVITE");
        assertThat(refused(judge(broken))).contains("Via: SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bK1\r\n",
                "To: <sip:b@x>;tag=0\r\n", "Call-ID: 1\r\n", "Content-Length: 0\r\n\r\n");
        assertThat(refused(judge(broken.replace(":5070;", ";")))).startsWith("5060 ");
        assertThat(refused(judge(broken.replace(";branch", ";rport;branch"))))
                .startsWith("40000 ").contains(";rport=40000;", ";received=192.0.2.7");
    }

    @Test
    void whatDeservesNoAnswerGetsNone() {
        assertThat(judge("\n\n")).isEqualTo(new Verdict.Drop(Verdict.Reason.KEEP_ALIVE));
        assertThat(judge("GET / HTTP/1.1\n\n")).isEqualTo(new Verdict.Drop(Verdict.Reason.NO_SIP));
        assertThat(judge(GOOD.replace("OPTIONS", "ACK").replace("7 ACK", "7 INVITE")))
                .isEqualTo(new Verdict.Drop(Verdict.Reason.BROKEN_ACK));
        assertThat(judge("SIP/2.0 4294967301 x\nVia: x\nCSeq: 1 A\n\n"))
                .isEqualTo(new Verdict.Drop(Verdict.Reason.BROKEN_RESPONSE));
        assertThat(judge(GOOD.replace("Via:", "X-Via:").replace("7 OPTIONS", "7 X")))
                .isEqualTo(new Verdict.Drop(Verdict.Reason.NO_WAY_BACK));
    }

    @Test
    void hugeThingsNeverReachTheParser() {
        assertThat(judge(GOOD.replace("\n\n", "\nX: " + "a".repeat(60_000) + "\n\n")))
                .isEqualTo(new Verdict.Drop(Verdict.Reason.TOO_LARGE));
        assertThat(judge(GOOD.replace("\n\n", "\nX: " + "a".repeat(9_000) + "\n\n")))
                .isEqualTo(new Verdict.Drop(Verdict.Reason.TOO_LARGE));
        assertThat(judge(GOOD.replace("\n\n", "\nm: <sip:a@b>".repeat(600) + "\n\n")))
                .isEqualTo(new Verdict.Drop(Verdict.Reason.TOO_LARGE));
    }

    /// A pattern that matches by recursion needs a stack as deep as the sender likes.
    @ParameterizedTest
    @ValueSource(strings = {"\n ", "\r\n ", "\n\t", "\r\n\t", "\n  \t"})
    void aFieldOfThousandsOfFoldsIsWalkedAndDropped(String fold) {
        for (String line : List.of("INVITE sip:a@b SIP/2.0", "SIP/2.0 200 OK")) {
            for (String name : List.of("Via: a", "v: SIP/2.0/UDP a;branch=z9hG4bK1", "From: a", "Contact: \"a")) {
                String folded = line + "\r\n" + name + fold.repeat(16_000 / fold.length()) + "\r\n\r\n";
                byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
                assertThat(gate.judge(bytes, bytes.length, SOURCE)).isNotInstanceOf(Verdict.Pass.class);
            }
        }
    }

    /// The work grows with a field's length, not with its square (FAULTS 18).
    @ParameterizedTest
    @ValueSource(strings = {"From: <sip:a@b> <a ", "From: \"\\\"", "Contact: <", "Contact: a;", "To: <sip:a@b> \"\" ", "Via: ; "})
    void aLongFieldOfNothingIsNoWork(String begun) {
        String filler = begun.substring(Math.max(begun.length() - 2, begun.indexOf(' ') + 1));
        String name = begun.substring(0, begun.indexOf(':') + 1);
        String hostile = GOOD.lines().filter(line -> !line.startsWith(name))
                .map(line -> line.isEmpty() ? begun + filler.repeat((8_000 - begun.length()) / filler.length()) + "\n" : line)
                .reduce("", (all, line) -> all + line + "\n");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 100; i++) {
            nanos.addAndGet(1_000_000_000);
            judge(hostile);
        }
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 100; i++) {
            nanos.addAndGet(1_000_000_000);
            assertThat(judge(hostile)).isNotInstanceOf(Verdict.Pass.class);
        }

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    /// The parser would begin another header there, and see what the gate has not.
    @Test
    void aCarriageReturnAloneIsNoEndOfALine() {
        byte[] request = GOOD.replace("\n", "\r\n").replace("Call-ID: 1", "Call-ID: 1\rVia: x").getBytes(StandardCharsets.UTF_8);
        byte[] response = "SIP/2.0 200 OK\r\nVia: x\r\nCSeq: 1 A\r\nX: 1\rVia: y\r\n\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(refused(gate.judge(request, request.length, SOURCE))).contains(" 400 Bad Request");
        assertThat(gate.judge(response, response.length, SOURCE)).isEqualTo(new Verdict.Drop(Verdict.Reason.BROKEN_RESPONSE));
    }

    /// As the parser has it, however the line before ended.
    @Test
    void theFirstEmptyLineEndsTheHead() {
        String text = GOOD.replace("\n", "\r\n").replace("Max-Forwards: 70\r\n", "Content-Length: 0\n\r\nMax-Forwards: x\r\n");
        byte[] request = text.getBytes(StandardCharsets.UTF_8);

        assertThat(passed(gate.judge(request, request.length, SOURCE))).isEqualTo(text.indexOf("Max-Forwards"));
    }

    @Test
    void aSourceMayNotAskWithoutEnd() {
        assertThat(admitted(1, 1_000)).isEqualTo(50);
    }

    /// Many addresses together are no better than one.
    @Test
    void strangersShareALimitThatBindsNobodyWeKnow() {
        assertThat(admitted(1_000, 1)).isEqualTo(300);
        known.enter(SOURCE.getAddress());
        assertThat(judge(GOOD)).isInstanceOf(Verdict.Pass.class);
        known.leave(SOURCE.getAddress());
        assertThat(judge(GOOD)).isEqualTo(new Verdict.Drop(Verdict.Reason.TOO_MANY));
    }

    private int admitted(int hosts, int each) {
        byte[] bytes = GOOD.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        int admitted = 0;
        for (int host = 0; host < hosts; host++) {
            InetSocketAddress source = new InetSocketAddress("10.1." + host / 250 + "." + (1 + host % 250), 5060);
            for (int i = 0; i < each; i++) {
                admitted += gate.judge(bytes, bytes.length, source) instanceof Verdict.Pass ? 1 : 0;
            }
        }
        return admitted;
    }

    @Test
    void aSourceGetsWhatAPersonNeedsAndOthersAreNotTouched() {
        String invite = GOOD.replace("OPTIONS", "INVITE");
        byte[] bytes = invite.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(1_000_000);
            admitted += gate.judge(bytes, bytes.length, SOURCE) instanceof Verdict.Pass ? 1 : 0;
        }

        assertThat(admitted).isBetween(20, 22);
        assertThat(gate.judge(bytes, bytes.length, new InetSocketAddress("192.0.2.8", 5060))).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void whoAcknowledgesMayGoOnCalling() {
        byte[] invite = GOOD.replace("OPTIONS", "INVITE").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] ack = GOOD.replace("OPTIONS", "ACK").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        int admitted = 0;
        for (int i = 0; i < 300; i++) {
            nanos.addAndGet(12_000_000);
            admitted += gate.judge(invite, invite.length, SOURCE) instanceof Verdict.Pass ? 1 : 0;
            gate.judge(ack, ack.length, SOURCE);
        }

        assertThat(admitted).isEqualTo(300);
    }

    @Test
    void manyPortsOfOneHostShareALimit() {
        byte[] bytes = GOOD.replace("OPTIONS", "INVITE").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        int admitted = 0;
        for (int port = 1_024; port < 2_024; port++) {
            admitted += gate.judge(bytes, bytes.length, new InetSocketAddress("192.0.2.9", port)) instanceof Verdict.Pass ? 1 : 0;
        }

        assertThat(admitted).isEqualTo(80);
    }
}
