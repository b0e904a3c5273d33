package ru.garnitura.backoffice.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// At most so many events per key in a window that refills steadily (token bucket). Thread-safe; remembers the
/// last 10,000 keys.
public final class RateLimit {
    private static final int MAX_KEYS = 10_000;
    private final int burst;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    public RateLimit(int burst, Duration window, InstantSource clock) {
        this.burst = burst;
        this.window = window;
        this.clock = clock;
    }

    /// Takes one.
    ///
    /// @return whole seconds to wait, 0 where it was allowed
    public synchronized int take(String key) {
        double level = level(key);
        buckets.put(key, new Bucket(level >= 1 ? level - 1 : level, clock.instant()));
        return wait(level);
    }

    /// As [#take], but takes nothing.
    public synchronized int peek(String key) {
        return wait(level(key));
    }

    private double level(String key) {
        Bucket old = buckets.get(key);
        return old == null
                ? burst
                : Math.min(burst, old.level + Math.max(0, millis(old.at)) * burst / (double) window.toMillis());
    }

    private long millis(Instant since) {
        return Duration.between(since, clock.instant()).toMillis();
    }

    private int wait(double level) {
        double perSecond = burst * 1000.0 / window.toMillis();
        return level >= 1 ? 0 : Math.max(1, (int) Math.ceil((1 - level) / perSecond));
    }

    /// @throws Problem `rate_limited` with `retryAfter`
    public void check(String key) {
        refuse(take(key));
    }

    /// @throws Problem `rate_limited` with `retryAfter`, where there is something to wait for
    public static void refuse(int wait) {
        if (wait > 0) {
            throw new Problem(ProblemCode.RATE_LIMITED).with("retryAfter", wait);
        }
    }

    private record Bucket(double level, Instant at) {}
}
