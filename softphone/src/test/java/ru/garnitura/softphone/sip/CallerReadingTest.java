package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.util.List;

import org.junit.jupiter.api.Test;

import gov.nist.javax.sip.message.MessageFactoryImpl;
import javax.sip.message.Request;

import ru.garnitura.softphone.call.RemoteParty;

class CallerReadingTest {

    private static Request invite(String from, String... more) throws ParseException {
        return new MessageFactoryImpl().createRequest("INVITE sip:101@pbx.example SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\nFrom: " + from + "\r\nTo: <sip:101@pbx.example>\r\n"
                + "Call-ID: 1\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\n" + String.join("\r\n", more)
                + (more.length == 0 ? "" : "\r\n") + "\r\n");
    }

    private static RemoteParty read(boolean fromProxy, String from, String... more) throws ParseException {
        return new CallerReading(invite(from, more), fromProxy).remote();
    }

    @Test
    void readsNameAndNumber() throws ParseException {
        RemoteParty remote = read(false, "\"Анна \\\"А\\\" К\" <sip:89275550134@gw.example>;tag=1");

        assertThat(remote.displayName()).isEqualTo("Анна \"А\" К");
        assertThat(remote.number()).isEqualTo("+79275550134");
        assertThat(remote.uri()).isEqualTo("sip:89275550134@gw.example");
        assertThat(remote.asserted()).isFalse();
    }

    @Test
    void believesAnAssertedIdentityOnlyFromOurProxy() throws ParseException {
        String asserted = "P-Asserted-Identity: \"Bank\" <sip:+78005550100@trunk.example>";

        assertThat(read(true, "<sip:anonymous@anonymous.invalid>;tag=1", asserted).number()).isEqualTo("+78005550100");
        assertThat(read(true, "<sip:anonymous@anonymous.invalid>;tag=1", asserted).asserted()).isTrue();
        assertThat(read(false, "<sip:1@x>;tag=1", asserted).number()).isEqualTo("1");
    }

    @Test
    void boundsAndCleansWhatTheRemoteSideSays() throws ParseException {
        RemoteParty remote = read(false, "\"" + "a".repeat(500) + "\" <sip:1@x>;tag=1",
                "X-Queue: \u202eabc", "X-Long: " + "b".repeat(1000));

        assertThat(remote.displayName()).hasSize(128);
        assertThat(remote.hints().queue()).isEqualTo("abc");
        assertThat(remote.hints().headers().get("X-Long")).hasSize(256);
    }

    @Test
    void countsHeadersTo16() throws ParseException {
        String[] many = new String[100];
        for (int i = 0; i < many.length; i++) {
            many[i] = "X-H" + i + ": v";
        }

        assertThat(read(false, "<sip:1@x>;tag=1", many).hints().headers()).hasSize(16);
    }

    @Test
    void interactionIdComesInHexOrPlain() {
        assertThat(CallerReading.interactionId("692d3137;encoding=hex")).isEqualTo("i-17");
        assertThat(CallerReading.interactionId("i-17")).isEqualTo("i-17");
        assertThat(CallerReading.interactionId("zz;encoding=hex")).isEmpty();
    }

    @Test
    void tellsWhoSentTheCaller() throws ParseException {
        assertThat(read(false, "<sip:1@x>;tag=1", "Referred-By: \"A\" <sip:102@pbx.example>").hints().referredBy()).isEqualTo("102");
        assertThat(read(false, "<sip:1@x>;tag=1").hints().referredBy()).isEmpty();
    }

    @Test
    void diversionTellsTheNumberCalledFirst() throws ParseException {
        assertThat(read(false, "<sip:1@x>;tag=1", "Diversion: <sip:88005550100@x>;reason=unconditional").hints()
                .divertedFrom()).isEqualTo(List.of("+78005550100"));
    }

    /// Oldest first, and ourselves last (RFC 7044).
    @Test
    void historyTellsTheNumberCalledFirstHoweverItIsWritten() throws ParseException {
        String first = "<sip:88005550100@x?Reason=SIP%3Bcause%3D302>;index=1";
        String second = "\"Desk, second\" <sip:102@x>;index=1.1";
        String us = "<sip:101@x>;index=1.2";

        assertThat(read(false, "<sip:1@x>;tag=1", "History-Info: " + first, "History-Info: " + second, "History-Info: " + us)
                .hints().divertedFrom()).containsExactly("102", "+78005550100");
        assertThat(read(false, "<sip:1@x>;tag=1", "History-Info: " + first + ", " + second + "," + us).hints().divertedFrom())
                .containsExactly("102", "+78005550100");
        assertThat(read(false, "<sip:1@x>;tag=1", "Diversion: <sip:102@x>, <sip:88005550100@x>", "History-Info: " + us).hints()
                .divertedFrom()).containsExactly("102", "+78005550100");
    }

    @Test
    void autoAnswerIsReadFromEitherHeader() throws ParseException {
        assertThat(new CallerReading(invite("<sip:1@x>;tag=1", "Call-Info: <sip:x>;answer-after=2"), false)
                .answerAfterMs()).isEqualTo(2000);
        assertThat(new CallerReading(invite("<sip:1@x>;tag=1", "Alert-Info: <urn:alert:alert-autoanswer>"), false)
                .answerAfterMs()).isZero();
        assertThat(new CallerReading(invite("<sip:1@x>;tag=1"), false).answerAfterMs()).isEqualTo(-1);
    }
}
