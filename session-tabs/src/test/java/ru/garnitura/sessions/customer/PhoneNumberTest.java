package ru.garnitura.sessions.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "8 927 555-01-34, +79275550134",
        "+7 (927) 555 01 34, +79275550134",
        "79275550134, +79275550134",
        "9275550134, +79275550134",
        "0049 30 123456, +4930123456",
        "+49 30 123456, +4930123456",
        "101, 101",
        "0770, 0770",
    })
    void oneNumberHasOneForm(String written, String e164) {
        assertThat(PhoneNumber.parse(written)).map(PhoneNumber::e164).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "12", "+12345678901234567890", "sip:guest@example.com"})
    void whatCannotBeDialledIsNoNumber(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }
}
