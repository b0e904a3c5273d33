package ru.garnitura.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Links come from pages and mails of strangers.
class CallLinkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tel:+7-927-555-01-34|+79275550134",
        "tel:8%20(927)%20555-01-34|+79275550134",
        "TEL:89275550134;phone-context=+7|+79275550134",
        "tel:112|112",
        "tel://79275550134|+79275550134"})
    void aNumberIsReadAsPeopleWriteIt(String link, String number) {
        assertThat(CallLink.parse(link)).isEqualTo(new CallLink.Callable(number, number));
    }

    @Test
    void aSipAddressIsShownWithItsHost() {
        assertThat(CallLink.parse("sip:102@pbx.example:5060"))
                .isEqualTo(new CallLink.Callable("sip:102@pbx.example:5060", "102@pbx.example:5060"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:*46", "tel:%2A46", "tel:%23%23002%23", "sip:*46@pbx.example", "sip:%2a46@pbx.example"})
    void aServiceCodeIsNot(String link) {
        assertThat(CallLink.parse(link)).isEqualTo(new CallLink.Refused(CallLink.Reason.SERVICE_CODE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:1@x?Replaces=abc", "sip:1@x;method=REFER", "sip:1@x%3FReplaces=1", "sips:1@x;transport=ws"})
    void whatWouldDoMoreThanCallIsNot(String link) {
        assertThat(CallLink.parse(link)).isEqualTo(new CallLink.Refused(CallLink.Reason.MORE_THAN_A_CALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tel:", "tel", "javascript:alert(1)", "tel:\u202e4310555", "tel:12%0d%0aX: y", "tel:%zz",
        "sip:a b@x", "sip:@x", "sip:1@", "sip:1@x\r\nVia: y", "http://x", "tel:++7", "sip:1@\u0430pple.example"})
    void whatIsNoNumberIsRefused(String link) {
        assertThat(CallLink.parse(link)).isEqualTo(new CallLink.Refused(CallLink.Reason.NO_NUMBER));
    }

    @Test
    void aLinkWithoutEndIsRefused() {
        assertThat(CallLink.parse("tel:" + "1".repeat(100_000))).isEqualTo(new CallLink.Refused(CallLink.Reason.NO_NUMBER));
    }
}
