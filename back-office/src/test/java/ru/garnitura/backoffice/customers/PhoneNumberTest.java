package ru.garnitura.backoffice.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    +7 927 555-01-34, +79275550134
                    8 (927) 555-01-34, +79275550134
                    9275550134, +79275550134
                    79275550134, +79275550134
                    +374 10 123456, +37410123456
                    112, ''
                    '', ''
                    +123456789012345678, ''
                    """)
    void numbersAreBroughtToOneForm(String written, String expected) {
        assertThat(PhoneNumber.normalise(written).orElse("")).isEqualTo(expected);
    }
}
