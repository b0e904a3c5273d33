package ru.garnitura.backoffice.seed;

import java.util.List;
import java.util.Random;

/// Choices that come out the same each time.
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /// Both ends included.
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /// Mostly near the least.
    int skewed(int least, int most) {
        double x = random.nextDouble();
        return least + (int) (x * x * (most - least + 1));
    }
}
