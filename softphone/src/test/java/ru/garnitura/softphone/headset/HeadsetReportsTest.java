package ru.garnitura.softphone.headset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Descriptors written for this test, in the shapes one expects of headsets; none is copied from a device.
class HeadsetReportsTest {

    /// One numbered report each way: hook, line busy, mute; lamps off-hook, mute, ring.
    private static final String NUMBERED = "050B0905A1018502" + "15002501" + "0920" + "0997" + "7501" + "9502" + "8122"
            + "092F" + "9501" + "8106" + "9505" + "8101" + "0508" + "0917" + "0909" + "0918" + "9503" + "9122" + "9505"
            + "9101" + "C0";
    /// Volume keys of the consumer page in report 1 before the telephony report 8, lamps in report 9.
    private static final String SEVERAL = "050C0901A1018501" + "15002501" + "09E9" + "09EA" + "7501" + "9502" + "8102" + "9506"
            + "8101" + "C0" + "050B0905A1018508" + "092F" + "9501" + "8106" + "0920" + "8102" + "9506" + "8101" + "8509" + "9501"
            + "0508" + "0917" + "9102" + "0918" + "9102" + "0909" + "9102" + "9505" + "9101" + "C0";
    /// No report numbers, usages with their page, a range of usages.
    private static final String PLAIN = "050B0905A101" + "15002501" + "0B20000B00" + "0B2F000B00" + "7501" + "9502" + "8102"
            + "9506" + "8101" + "0508" + "1917" + "2918" + "9502" + "9102" + "0909" + "9501" + "9102" + "9505" + "9101" + "C0";
    private static final String KEYBOARD = "05010906A101050719E029E71500250175019508810295017508810195067508150025650507190029658100C0";

    private static HeadsetReports reports(String descriptor) {
        return HeadsetReports.of(HexFormat.of().parseHex(descriptor)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        NUMBERED + ", 0201 0200, OFF_HOOK ON_HOOK",
        NUMBERED + ", 0201 0201 0205 0201 0205 0200, OFF_HOOK MUTE MUTE ON_HOOK",
        NUMBERED + ", 0301 02, ''",
        SEVERAL + ", 0101 0802 0803 0800, OFF_HOOK MUTE ON_HOOK",
        PLAIN + ", 01 03 00, OFF_HOOK MUTE ON_HOOK"})
    void reportsBecomeButtons(String descriptor, String read, String pressed) {
        HeadsetReports headset = reports(descriptor);
        List<String> buttons = new ArrayList<>();
        for (String report : read.split(" ", -1)) {
            byte[] bytes = HexFormat.of().parseHex(report);
            headset.read(bytes, bytes.length, button -> buttons.add(button.name()));
        }
        assertThat(String.join(" ", buttons)).isEqualTo(pressed);
    }

    @ParameterizedTest
    @CsvSource({
        NUMBERED + ", false, false, false, 0200",
        NUMBERED + ", true, false, false, 0204",
        NUMBERED + ", false, true, true, 0203",
        SEVERAL + ", true, true, false, 0903",
        SEVERAL + ", false, false, true, 0904",
        PLAIN + ", true, true, true, 0007"})
    void lampsBecomeReports(String descriptor, boolean ringing, boolean offHook, boolean muted, String written) {
        assertThat(reports(descriptor).write(new HeadsetLamps(ringing, offHook, muted)))
                .extracting(HexFormat.of().withUpperCase()::formatHex).containsExactly(written);
    }

    @Test
    void aKeyboardIsNoHeadset() {
        assertThat(HeadsetReports.of(HexFormat.of().parseHex(KEYBOARD))).isEmpty();
    }

    @Test
    void nonsenseHasNoFieldsAndDoesNoHarm() {
        Random random = new Random(11);
        byte[] good = HexFormat.of().parseHex(NUMBERED);
        for (int attempt = 0; attempt < 2_000; attempt++) {
            byte[] bent = good.clone();
            bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            HeadsetReports.of(bent).ifPresent(headset -> {
                headset.read(new byte[] {2, 1}, 2, button -> { });
                headset.write(new HeadsetLamps(true, true, true));
            });
        }
        assertThat(HeadsetReports.of(new byte[] {(byte) 0xFE, 1, 2})).isEmpty();
        assertThat(HeadsetReports.of(HexFormat.of().parseHex("050B09207520970000007F8102"))).isEmpty();
    }
}
