package ru.garnitura.softphone.media.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.codec.ReceiverWishes;

class NegotiationTest {

    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";

    private final Negotiation ours = new Negotiation(new Negotiation.Local(InetAddress.getLoopbackAddress(), 4000,
            List.of(PayloadFormat.PCMA, PayloadFormat.PCMU), 20, 42, Secrets.OFF));

    private Negotiation.Answered answer(String media) {
        return ours.answer(HEAD + media, MediaDirection.SENDRECV);
    }

    @Test
    void theOfferNamesEverythingWeSpeak() {
        assertThat(ours.offer(MediaDirection.SENDRECV).lines()).contains("v=0", "c=IN IP4 127.0.0.1",
                "m=audio 4000 RTP/AVP 8 0 101", "a=rtpmap:8 PCMA/8000", "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-15", "a=ptime:20", "a=sendrecv");
    }

    @Test
    void theFirstOfferedCodecOfOursIsAnswered() {
        Negotiation.Answered answered = answer("m=audio 5000 RTP/AVP 18 0 8 96\r\na=rtpmap:96 telephone-event/8000\r\n");
        assertThat(answered.sdp().lines()).contains("m=audio 4000 RTP/AVP 0 96", "a=rtpmap:96 telephone-event/8000");
        StreamPlan plan = answered.agreed().plan();
        assertThat(plan.format()).isEqualTo(PayloadFormat.PCMU);
        assertThat(plan.target().rtp().getPort()).isEqualTo(5000);
        assertThat(plan.target().rtcp().getPort()).isEqualTo(5001);
        assertThat(plan.sending().eventsFor(8000).payloadType()).isEqualTo(96);
        assertThat(plan.takesEvents()).isTrue();
        assertThat(answer("m=audio 5000 RTP/AVP 8\r\n").agreed().plan().takesEvents()).isFalse();
    }

    @Test
    void opusIsOfferedWithItsParametersAndEventsUnderItsClock() {
        Negotiation all = new Negotiation(new Negotiation.Local(InetAddress.getLoopbackAddress(), 4000,
                List.of(PayloadFormat.OPUS, PayloadFormat.G722, PayloadFormat.PCMA), 20, 42, Secrets.OFF));
        assertThat(all.offer(MediaDirection.SENDRECV).lines()).contains("m=audio 4000 RTP/AVP 111 9 8 101 102",
                "a=rtpmap:111 opus/48000/2", "a=fmtp:111 useinbandfec=1;stereo=0;sprop-stereo=0",
                "a=rtpmap:9 G722/8000", "a=rtpmap:102 telephone-event/48000");
        StreamPlan plan = all.accept(HEAD + "m=audio 5000 RTP/AVP 120 101 102\r\na=rtpmap:120 opus/48000/2\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\na=rtpmap:102 telephone-event/48000\r\na=ptime:30\r\n").plan();
        assertThat(plan.format()).isEqualTo(PayloadFormat.OPUS);
        assertThat(plan.sending().speech().getFirst().payloadType()).isEqualTo(120);
        assertThat(plan.sending().eventsFor(48_000).payloadType()).isEqualTo(102);
        assertThat(plan.packetMs()).as("Opus has no packets of 30 ms").isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"'maxaveragebitrate=20000; useinbandfec=1',20000,true", "useinbandfec=0,2147483647,false",
        "'stereo=1;maxaveragebitrate=1',6000,false", "maxaveragebitrate=9999999999,2147483647,false", "'',2147483647,false"})
    void whatTheOtherSideWishesOfOpusIsHeeded(String parameters, int bitrate, boolean copies) {
        Negotiation opus = new Negotiation(new Negotiation.Local(InetAddress.getLoopbackAddress(), 4000,
                List.of(PayloadFormat.OPUS), 20, 42, Secrets.OFF));
        StreamPlan plan = opus.answer(HEAD + "m=audio 5000 RTP/AVP 120\r\na=rtpmap:120 opus/48000/2\r\na=fmtp:120 "
                + parameters + "\r\n", MediaDirection.SENDRECV).agreed().plan();
        assertThat(plan.sending().speech().getFirst().wishes()).isEqualTo(new ReceiverWishes(bitrate, copies));
        assertThat(plan.receiving().speech().getFirst().wishes()).isEqualTo(ReceiverWishes.NONE);
    }

    @Test
    void dynamicNumbersAreTakenAsOffered() {
        Negotiation.Answered answered = answer("m=audio 5000 RTP/AVP 97\r\na=rtpmap:97 pcma/8000/1\r\n");
        assertThat(answered.sdp().lines()).contains("m=audio 4000 RTP/AVP 97", "a=rtpmap:97 PCMA/8000");
    }

    @Test
    void otherMediaAreRefusedInPlace() {
        Negotiation.Answered answered = answer("m=video 6000 RTP/AVP 31\r\nm=audio 5000 RTP/AVP 8\r\n");
        assertThat(answered.sdp().lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 31", "m=audio 4000 RTP/AVP 8");
        assertThat(ours.offer(MediaDirection.SENDRECV).lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 31", "m=audio 4000 RTP/AVP 8");
    }

    @Test
    void rtcpMuxAndRtcpPortAreFollowed() {
        Negotiation.Answered muxed = answer("m=audio 5000 RTP/AVP 8\r\na=rtcp-mux\r\n");
        assertThat(muxed.sdp()).contains("a=rtcp-mux");
        assertThat(muxed.agreed().plan().target().rtcp().getPort()).isEqualTo(5000);
        assertThat(answer("m=audio 5000 RTP/AVP 8\r\na=rtcp:7000\r\n").agreed().plan().target().rtcp().getPort())
                .isEqualTo(7000);
    }

    @ParameterizedTest
    @CsvSource({"sendrecv,SENDRECV,SENDRECV,sendrecv", "sendonly,SENDRECV,RECVONLY,recvonly",
        "recvonly,SENDRECV,SENDONLY,sendonly", "inactive,SENDRECV,INACTIVE,inactive",
        "sendrecv,SENDONLY,SENDRECV,sendonly", "sendonly,SENDONLY,RECVONLY,inactive"})
    void directionsMeet(String offered, MediaDirection wanted, MediaDirection theirs, String answered) {
        Negotiation.Answered result = ours.answer(HEAD + "m=audio 5000 RTP/AVP 8\r\na=" + offered + "\r\n", wanted);
        assertThat(result.agreed().remote()).isEqualTo(theirs);
        assertThat(result.sdp()).endsWith("a=" + answered + "\r\n");
    }

    @Test
    void theOldWayToHoldIsUnderstood() {
        Negotiation.Answered result = ours.answer(HEAD.replace("c=IN IP4 192.0.2.1", "c=IN IP4 0.0.0.0")
                + "m=audio 5000 RTP/AVP 8\r\n", MediaDirection.SENDRECV);
        assertThat(result.agreed().plan().flow().send()).isFalse();
        assertThat(result.agreed().remote()).isEqualTo(MediaDirection.RECVONLY);
    }

    @Test
    void holdingNeverSendsTheMicrophone() {
        Negotiation.Answered result = ours.answer(HEAD + "m=audio 5000 RTP/AVP 8\r\n", MediaDirection.SENDONLY);
        assertThat(result.agreed().plan().flow()).isEqualTo(new StreamPlan.Flow(true, false, true));
    }

    @Test
    void theVersionRisesWithEveryDescription() {
        assertThat(ours.offer(MediaDirection.SENDRECV)).contains("o=- 42 42 ");
        assertThat(ours.offer(MediaDirection.SENDONLY)).contains("o=- 42 43 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m=audio 0 RTP/AVP 8", "m=audio 5000 RTP/SAVP 8", "m=audio 5000 RTP/AVP 18",
        "m=audio 99999 RTP/AVP 8", "m=audio -1 RTP/AVP 8", "m=audio x RTP/AVP 8", "m=audio 5000",
        "m=video 5000 RTP/AVP 31", "m=audio 5000 RTP/AVP 8\r\nc=IN IP4 host.example.com",
        "m=audio 5000 RTP/AVP 8\r\nc=IN IP4 224.0.0.1", "m=audio 5000 RTP/AVP 8\r\nc=IN IP4 255.255.255.255",
        "m=audio 5000 RTP/AVP 8\r\nc=IN IP4", "m=audio 5000 RTP/AVP 8\r\nnonsense", "m=audio 5000 RTP/AVP 999999999999",
        "m=audio 5000 RTP/AVP 8\r\nc=ATM NSAP 1", "m=audio 5000 RTP/AVP x\r\na=rtpmap:-1 PCMA/8000",
        "m=audio 5000 RTP/AVP 8\r\nc=IN IP6 2001:db8::1", "m=audio 5000 RTP/AVP 8\r\nc=IN IP6 ::1"})
    void whatCannotBeUsedIsRefusedWithAReason(String media) {
        assertThatThrownBy(() -> answer(media)).isInstanceOf(MediaException.class).hasMessageMatching(".{10,200}");
    }

    @Test
    void aPayloadTypeThatIsNoNumberHasNoMeaning() {
        StreamPlan plan = answer("m=audio 5000 RTP/AVP 8 x\r\na=rtpmap:-1 telephone-event/48000\r\n").agreed().plan();
        assertThat(plan.sending().events()).isEmpty();
        assertThat(plan.receiving().events()).isEmpty();
    }

    @Test
    void sizeIsBoundedInEveryDimension() {
        assertThatThrownBy(() -> answer("a=x\r\n".repeat(5000))).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> answer("a=x\r\n".repeat(500))).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> answer("m=audio 5000 RTP/AVP" + " 8".repeat(100))).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> answer("m=audio 5000 RTP/AVP 8\r\n".repeat(17))).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> ours.answer("not sdp", MediaDirection.SENDRECV)).isInstanceOf(MediaException.class);
    }

    @Test
    void anAnswerMustFitItsOffer() {
        ours.offer(MediaDirection.SENDRECV);
        assertThatThrownBy(() -> ours.accept(HEAD + "m=audio 0 RTP/AVP 8")).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> ours.accept(HEAD + "m=audio 9 RTP/AVP 18")).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> ours.accept(HEAD + "m=video 8 RTP/AVP 31\r\nm=audio 9 RTP/AVP 8"))
                .isInstanceOf(MediaException.class);
        assertThat(ours.accept(HEAD + "m=audio 9000 RTP/AVP 0\r\na=ptime:30").plan().packetMs()).isEqualTo(30);
    }
}
