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
        Instant now = clock.instant();
        Bucket old = buckets.get(key);
        double perSecond = burst / (window.toMillis() / 1000.0);
        double filled = old == null
                ? burst
                : Math.min(burst, old.level + Math.max(0, Duration.between(old.at, now).toMillis()) / 1000.0 * perSecond);
        boolean allowed = filled >= 1;
        buckets.put(key, new Bucket(allowed ? filled - 1 : filled, now));
        return allowed ? 0 : Math.max(1, (int) Math.ceil((1 - filled) / perSecond));
    }

    /// @throws Problem `rate_limited` with `retryAfter`
    public void check(String key) {
        int wait = take(key);
        if (wait > 0) {
            throw new Problem(ProblemCode.RATE_LIMITED).with("retryAfter", wait);
        }
    }

    private record Bucket(double level, Instant at) {}
}
