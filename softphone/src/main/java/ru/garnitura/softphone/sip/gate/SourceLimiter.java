package ru.garnitura.softphone.sip.gate;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Lets each source send so many datagrams, and so many INVITEs among them; a host with many ports gets a few times as
/// much. Receiving thread.
public final class SourceLimiter {

    private static final int MOST_SOURCES = 4_096;
    private static final int PORTS = 4;
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final Rate messages;
    private final Rate invites;
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

    /// One of a source's purses.
    private record Purse(Object source, boolean invites) {
    }

    /// What a desk meets at its busiest, many times over.
    public static SourceLimiter usual() {
        return new SourceLimiter(System::nanoTime, new Rate(300, 600), new Rate(40, 80));
    }

    /// @param nanoTime a clock that never goes back
    public SourceLimiter(LongSupplier nanoTime, Rate messages, Rate invites) {
        this.nanoTime = nanoTime;
        this.messages = messages;
        this.invites = invites;
    }

    boolean admits(InetSocketAddress source, boolean invite) {
        boolean few = take(new Purse(source, false), messages)
                && take(new Purse(source.getAddress(), false), messages.times(PORTS));
        return few && (!invite || fewInvites(source));
    }

    private boolean fewInvites(InetSocketAddress source) {
        return take(new Purse(source, true), invites)
                && take(new Purse(source.getAddress(), true), invites.times(PORTS));
    }

    private boolean take(Purse purse, Rate rate) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(purse, ignored -> new Bucket(rate.burst(), now));
        return bucket.take(rate, now);
    }

    private static final class Bucket {

        private double left;
        private long filled;

        Bucket(double left, long filled) {
            this.left = left;
            this.filled = filled;
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
