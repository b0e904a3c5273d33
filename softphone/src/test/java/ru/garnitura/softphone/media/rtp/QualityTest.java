package ru.garnitura.softphone.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Statistics and the E-model.
class QualityTest {

    @Test
    void lossIsWhatIsMissingBetweenFirstAndLast() {
        ReceptionStatistics statistics = new ReceptionStatistics(8000);
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 5) {
                statistics.count((65_500 + i) & 0xffff, i * 160, i * 20_000_000L);
            }
        }
        assertThat(statistics.lost()).isEqualTo(10);
        assertThat(statistics.fractionLostSinceLast()).isEqualTo(25);
        assertThat(statistics.fractionLostSinceLast()).isZero();
        assertThat(statistics.jitterMs()).isLessThan(0.2);
    }

    @Test
    void jitterFollowsTheArrivals() {
        ReceptionStatistics statistics = new ReceptionStatistics(8000);
        for (int i = 0; i < 1000; i++) {
            statistics.count(i, i * 160, i * 20_000_000L + (i % 2) * 10_000_000L);
        }
        assertThat(statistics.jitterMs()).isCloseTo(10, within(0.5));
    }

    @Test
    void theOpinionScoreFallsWithLossAndDelay() {
        double robust = EModel.robustness();
        assertThat(EModel.mos(0, 0, robust)).isCloseTo(4.41, within(0.01));
        assertThat(EModel.mos(0, 150, robust)).isCloseTo(4.33, within(0.03));
        assertThat(EModel.mos(5, 50, robust)).isBetween(3.8, 4.1);
        assertThat(EModel.mos(20, 50, robust)).isLessThan(2.8);
        assertThat(EModel.mos(100, 1000, robust)).isGreaterThanOrEqualTo(1);
    }
}
