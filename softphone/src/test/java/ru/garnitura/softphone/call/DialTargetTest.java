package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialTargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8 (927) 555-01-34      | +79275550134 | sip:+79275550134@pbx.example",
        "79275550134            | +79275550134 | sip:+79275550134@pbx.example",
        "9275550134             | +79275550134 | sip:+79275550134@pbx.example",
        "+7 927 555-01-34       | +79275550134 | sip:+79275550134@pbx.example",
        "+1 202 555 0100        | +12025550100 | sip:+12025550100@pbx.example",
        "tel:+7-927-555-01-34;x=y | +79275550134 | sip:+79275550134@pbx.example",
        "101                    | 101          | sip:101@pbx.example",
        "112                    | 112          | sip:112@pbx.example",
        "*45                    | *45          | sip:*45@pbx.example",
        "#9                     | #9           | sip:%239@pbx.example",
        "bob                    | bob          | sip:bob@pbx.example",
        "bob@host.example       | bob          | sip:bob@host.example",
        "sip:bob@10.0.0.1:5070  | bob          | sip:bob@10.0.0.1:5070",
        "SIPS:89275550134@h     | +79275550134 | SIPS:89275550134@h",
        "sip:[::1]:5060         | ''           | sip:[::1]:5060"})
    void understandsWhatPeopleWrite(String input, String number, String uri) {
        assertThat(DialTarget.parse(input, "pbx.example")).contains(new DialTarget(number, uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sip:", "sip:a b@c", "sip:a@b>", "sip:a@b\r\nX-Evil: 1", "tel:", "a\nb", "<x>", "sip:a\u0000b@c", "sip:a@b;x=\u0007", "a\u007f@b"})
    void refusesWhatIsNoAddress(String input) {
        assertThat(DialTarget.parse(input, "pbx.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sip:101@example.com,example.com", "sip:101@10.0.0.1:5070,10.0.0.1:5070", "sip:example.com,example.com",
        "sip:1@h;transport=tls,h"})
    void domainComesFromTheAddressOfRecord(String aor, String domain) {
        assertThat(DialTarget.domainOf(aor)).isEqualTo(domain);
    }
}
