package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a Refer-To may ask for.
class ReferTargetTest {

    @Test
    void onlyWhatATransferNeedsIsTakenOfTheHeaders() {
        assertThat(ReferTarget.parse("<sip:103@pbx.example?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2&Route=%3Csip:evil%3E&Subject=x>"))
                .contains(new ReferTarget("sip:103@pbx.example", Map.of("Replaces", "a@b;to-tag=1;from-tag=2")));
    }

    @Test
    void aMethodIsNotPartOfWhatIsCalled() {
        assertThat(ReferTarget.parse("<sip:103@pbx.example;method=INVITE;transport=tcp>").map(ReferTarget::uri))
                .contains("sip:103@pbx.example;transport=tcp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<sip:103@pbx.example;method=BYE>", "<sip:103@pbx.example;transport=tcp;METHOD=SUBSCRIBE>", "<tel:103>",
            "<http://pbx.example/>", ""})
    void whatIsNoCallIsRefused(String referTo) {
        assertThat(ReferTarget.parse(referTo)).isEqualTo(Optional.empty());
    }

    @Test
    void aHeaderThatWouldBreakTheLineIsLeftOut() {
        assertThat(ReferTarget.parse("<sip:103@pbx.example?User-to-User=a%0D%0AVia:%20x>").map(ReferTarget::headers)).contains(Map.of());
    }
}
