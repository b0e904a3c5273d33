package ru.garnitura.softphone.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.garnitura.softphone.audio.Sweep;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.signal.Tones;
import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.session.NetworkWeather.Climate;

/// The whole way from microphone to earpiece on a virtual clock.
class VirtualCallTest {

    private static final short[] TONE = Tones.sine(16_000, 440, 16_000 * 4, 8000);

    private static VirtualCall.Heard carry(PayloadFormat format, Climate climate, long seed) {
        return new VirtualCall(format, new NetworkWeather(climate, seed), true).carry(TONE, 16_000);
    }

    @ParameterizedTest
    @EnumSource(PayloadFormat.class)
    void theSameSeedGivesTheSameBytes(PayloadFormat format) {
        Climate rough = new Climate(10, 2, 40, 2);
        VirtualCall.Heard once = carry(format, rough, 7);
        VirtualCall.Heard again = carry(format, rough, 7);
        assertThat(again.sound()).isEqualTo(once.sound());
        assertThat(again.lostFlags()).isEqualTo(once.lostFlags());
        assertThat(carry(format, rough, 8).lostFlags()).isNotEqualTo(once.lostFlags());
    }

    @ParameterizedTest
    @EnumSource(PayloadFormat.class)
    void whatComesOutIsAlignedWithWhatWentIn(PayloadFormat format) {
        short[] heard = carry(format, Climate.FINE, 1).sound();
        assertThat(heard).hasSameSizeAs(TONE);
        double product = 0;
        double said = 0;
        double played = 0;
        for (int i = 8000; i < 56_000; i++) {
            product += (double) TONE[i] * heard[i];
            said += (double) TONE[i] * TONE[i];
            played += (double) heard[i] * heard[i];
        }
        assertThat(product / Math.sqrt(said * played)).isGreaterThan(0.85);
    }

    @Test
    void aLostFirstPacketShiftsNothing() {
        short[] sweep = new short[16_000];
        double phase = 0;
        for (int i = 0; i < sweep.length; i++) {
            phase += 2 * Math.PI * (300 + 1500.0 * i / sweep.length) / 16_000;
            sweep[i] = (short) Math.round(8000 * Math.sin(phase));
        }
        short[] whole = new VirtualCall(PayloadFormat.PCMU, new NetworkWeather(Climate.FINE, 1), true).carry(sweep, 16_000).sound();
        int seed = 1;
        VirtualCall.Heard heard = new VirtualCall(PayloadFormat.PCMU, new NetworkWeather(Climate.losing(20), seed), true)
                .carry(sweep, 16_000);
        while (!heard.lostFlags().getFirst() || heard.lostFlags().get(1)) {
            heard = new VirtualCall(PayloadFormat.PCMU, new NetworkWeather(Climate.losing(20), ++seed), true).carry(sweep, 16_000);
        }
        assertThat(lagMs(sweep, whole)).as("with all packets").isZero();
        assertThat(lagMs(sweep, heard.sound())).as("without the first").isZero();
    }

    /// By how many milliseconds the first 300 but 60 are heard too late, at the maximum of the correlation.
    private static int lagMs(short[] said, short[] heard) {
        int best = 0;
        double highest = 0;
        for (int lag = -640; lag <= 640; lag++) {
            double product = 0;
            for (int i = 960; i < 4800; i++) {
                int at = i + lag;
                product += at < 0 ? 0 : (double) said[i] * heard[at];
            }
            if (product > highest) {
                highest = product;
                best = lag;
            }
        }
        return best / 16;
    }

    @Test
    void lossIsFollowedByWaitingForTheOtherEndOfGapsWithin60Ms() {
        VirtualCall.Heard heard = carry(PayloadFormat.PCMU, Climate.losing(10), 1);
        assertThat(heard.playoutMs()).isBetween(25.0, 60.0);
        assertThat(ToneShare.of(heard.sound(), 16_000, 440)).isGreaterThan(0.6);
        assertThat(carry(PayloadFormat.PCMU, Climate.FINE, 1).playoutMs()).isLessThanOrEqualTo(25);
    }

    @Test
    void opusRepairsMostOfWhatIsLostAlone() {
        VirtualCall.Heard heard = new VirtualCall(PayloadFormat.OPUS, new NetworkWeather(Climate.losing(10), 1), true)
                .carry(Sweep.of(16_000, 16_000 * 4), 16_000);
        long lost = heard.lostFlags().stream().filter(gone -> gone).count();
        assertThat(heard.repaired()).isGreaterThan(lost * 6 / 10);
    }
}
