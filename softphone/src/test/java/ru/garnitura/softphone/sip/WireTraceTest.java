package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import javax.sip.message.Message;
import org.junit.jupiter.api.Test;

/// What support reads of a message must tell nothing of people.
class WireTraceTest {

    private static final String SDP = String.join("\r\n", "v=0", "o=irina 1 1 IN IP4 10.1.2.3", "s=Irina secret", "c=IN IP4 10.1.2.3",
            "t=0 0", "m=audio 40000 RTP/SAVP 8 101", "a=rtpmap:8 PCMA/8000", "a=rtpmap:101 telephone-event/8000",
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0", "a=sendonly", "");

    private static Message parsed(String... lines) throws ParseException {
        return new StringMsgParser().parseSIPMessage(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), true, false, null);
    }

    @Test
    void anInviteTellsItsCodecsAndNobody() throws ParseException {
        String line = WireTrace.lineOf(parsed("INVITE sip:+79275550134@pbx.example SIP/2.0",
                "Via: SIP/2.0/UDP 10.1.2.3:5060;branch=z9hG4bK1", "From: \"Irina Sokolova\" <sip:89275550134@gw.example>;tag=1",
                "To: <sip:101@pbx.example>", "Call-ID: +79275550134-secret@gw.example", "CSeq: 7 INVITE", "Max-Forwards: 70",
                "X-Customer: Sokolova", "User-to-User: 692d3137;encoding=hex", "Session-Expires: 1800;refresher=uac",
                "Subject: Irina asks", "Content-Type: application/sdp", "Content-Length: " + SDP.length(), "", SDP));

        assertThat(line).startsWith("INVITE 7 dialog=").contains(" Session-Expires=1800;refresher=uac")
                .endsWith(" RTP/SAVP PCMA/8000 telephone-event/8000 sendonly");
        assertThat(line.toLowerCase(java.util.Locale.ROOT)).doesNotContain("555").doesNotContain("irina").doesNotContain("sokolova")
                .doesNotContain("101@").doesNotContain("example").doesNotContain("10.1").doesNotContain("secret")
                .doesNotContain("692d").doesNotContain("inline");
    }

    @Test
    void aResponseTellsItsStatusAndCause() throws ParseException {
        assertThat(WireTrace.lineOf(parsed("SIP/2.0 486 Irina is busy", "Via: SIP/2.0/UDP 10.1.2.3:5060;branch=z9hG4bK1",
                "From: <sip:1@x>;tag=1", "To: <sip:2@x>;tag=2", "Call-ID: a", "CSeq: 7 INVITE",
                "Reason: Q.850;cause=17;text=\"Irina\"", "Retry-After: 30", "Content-Length: 0", "", "")))
                .isEqualTo("486 7 INVITE dialog=ca978112 Retry-After=30 reason=Q.850/17");
    }
}
