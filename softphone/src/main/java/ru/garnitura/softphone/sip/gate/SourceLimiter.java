package ru.garnitura.softphone.sip.gate;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Lets each source send so many datagrams, so many INVITEs among them, and leave so many of those open; a host with many
/// ports gets a few times as much. Receiving thread.
public final class SourceLimiter {

    private static final int MOST_SOURCES = 4_096;
    private static final int PORTS = 4;
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final Limits limits;
    private final Map<Object, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Bucket> eldest) {
            return size() > MOST_SOURCES;
        }
    };

    /// @param perSecond in the long run
    /// @param burst     at once
    public record Rate(int perSecond, int burst) {

        Rate times(int factor) {
            return new Rate(perSecond * factor, burst * factor);
        }
    }

    /// How much a source may do.
    ///
    /// @param messages datagrams of any kind
    /// @param invites  INVITEs among them
    /// @param open     INVITEs whose answer the source has not acknowledged; an ACK gives one back
    public record Limits(Rate messages, Rate invites, Rate open) {
    }

    /// What a source does at this moment.
    enum Deed { INVITE, ACK, OTHER }

    /// One of a source's purses.
    private record Purse(Object source, Rate rate) {
    }

    /// What a desk and its tests meet at their busiest, many times over.
    public static SourceLimiter usual() {
        return new SourceLimiter(System::nanoTime, new Limits(new Rate(1_500, 3_000), new Rate(300, 1_500), new Rate(3, 100)));
    }

    /// @param nanoTime a clock that never goes back
    public SourceLimiter(LongSupplier nanoTime, Limits limits) {
        this.nanoTime = nanoTime;
        this.limits = limits;
    }

    boolean admits(InetSocketAddress source, Deed deed) {
        boolean few = takes(source, limits.messages());
        return few && switch (deed) {
            case INVITE -> takes(source, limits.invites()) && takes(source, limits.open());
            case ACK -> {
                bucket(source, limits.open()).giveBack(limits.open());
                bucket(source.getAddress(), limits.open().times(PORTS)).giveBack(limits.open().times(PORTS));
                yield true;
            }
            case OTHER -> true;
        };
    }

    private boolean takes(InetSocketAddress source, Rate rate) {
        Rate whole = rate.times(PORTS);
        long now = nanoTime.getAsLong();
        return bucket(source, rate).take(rate, now) && bucket(source.getAddress(), whole).take(whole, now);
    }

    private Bucket bucket(Object source, Rate rate) {
        return buckets.computeIfAbsent(new Purse(source, rate), ignored -> new Bucket(rate.burst(), nanoTime.getAsLong()));
    }

    private static final class Bucket {

        private double left;
        private long filled;

        Bucket(double left, long filled) {
            this.left = left;
            this.filled = filled;
        }

        void giveBack(Rate rate) {
            left = Math.min(rate.burst(), left + 1);
        }

        boolean take(Rate rate, long now) {
            left = Math.min(rate.burst(), left + (now - filled) / NANOS * rate.perSecond());
            filled = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
