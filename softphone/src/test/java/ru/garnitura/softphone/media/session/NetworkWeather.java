package ru.garnitura.softphone.media.session;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A network's temper, from a seed: loss after Gilbert, uniform jitter, packets that overtake.
public final class NetworkWeather {

    /// A packet that is overtaken comes so much later.
    private static final double OVERTAKEN_MS = 25;

    private final Climate climate;
    private final RandomGenerator losing;
    private final RandomGenerator delaying;
    private boolean bad;

    /// @param lossPercent    share of packets lost
    /// @param burst          mean length of a loss, packets; 1 for independent losses
    /// @param jitterMs       each packet is late by 0 to this
    /// @param reorderPercent share of packets that are overtaken by the next
    public record Climate(double lossPercent, double burst, double jitterMs, double reorderPercent) {

        public static final Climate FINE = new Climate(0, 1, 0, 0);

        public static Climate losing(double percent) {
            return new Climate(percent, 1, 0, 0);
        }
    }

    /// Losses and delays have random numbers of their own: more jitter loses no other packets.
    public NetworkWeather(Climate climate, long seed) {
        this.climate = climate;
        losing = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        delaying = RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ 0x5deece66dL);
    }

    double lossPercent() {
        return climate.lossPercent;
    }

    /// Whether the next packet is lost. The chance to leave the bad state is 1 / burst, the chance to enter it what makes
    /// the mean right.
    boolean loses() {
        double share = climate.lossPercent / 100;
        double draw = losing.nextDouble();
        if (climate.burst <= 1) {
            return draw < share;
        }
        double leave = 1 / climate.burst;
        double enter = leave * share / (1 - share);
        bad = bad ? draw >= leave : draw < enter;
        return bad;
    }

    double delayMs() {
        double delay = delaying.nextDouble() * climate.jitterMs;
        return delaying.nextDouble() * 100 < climate.reorderPercent ? delay + OVERTAKEN_MS : delay;
    }
}
