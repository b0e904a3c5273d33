package ru.garnitura.softphone.sip.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Lets each source send so many messages, so many requests among them, and leave so many INVITEs open; a host with many
/// ports gets a few times as much. All strangers together have a limit too, or many addresses would be as good as one
/// without a limit. Thread-safe; each datagram and each message of a connection passes here.
public final class SourceLimiter {

    private static final int MOST_PURSES = 16_384;
    private static final int PORTS = 4;
    private static final double NANOS = 1e9;
    private static final Object STRANGERS = new Object();

    private final LongSupplier nanoTime;
    private final Limits limits;
    private final Limits strangers;
    private final Predicate<InetAddress> known;
    private final Map<Object, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Bucket> eldest) {
            return size() > MOST_PURSES;
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
    /// @param messages messages of any kind
    /// @param requests those among them that open a transaction and are no INVITE; each is remembered for 32 s
    /// @param invites  INVITEs among them
    /// @param open     INVITEs whose answer the source has not acknowledged; an ACK gives one back
    public record Limits(Rate messages, Rate requests, Rate invites, Rate open) {
    }

    /// What a source does at this moment.
    enum Deed { INVITE, ACK, REQUEST, RESPONSE }

    /// One of a source's purses.
    private record Purse(Object source, Purpose purpose) {
    }

    private enum Purpose { MESSAGES, REQUESTS, INVITES, OPEN }

    /// What a desk and its tests meet at their busiest, many times over. Strangers open less than the stack can hold in
    /// the 32 s a transaction lives.
    public static SourceLimiter usual(KnownSources known) {
        return new SourceLimiter(System::nanoTime,
                new Limits(new Rate(1_500, 3_000), new Rate(100, 500), new Rate(300, 1_500), new Rate(3, 100)),
                new Limits(new Rate(3_000, 6_000), new Rate(100, 1_000), new Rate(100, 1_000), new Rate(20, 500)), known);
    }

    /// @param nanoTime  a clock that never goes back
    /// @param limits    of one source
    /// @param strangers of all unknown sources together
    public SourceLimiter(LongSupplier nanoTime, Limits limits, Limits strangers, KnownSources known) {
        this.nanoTime = nanoTime;
        this.limits = limits;
        this.strangers = strangers;
        this.known = known::holds;
    }

    synchronized boolean admits(InetSocketAddress source, Deed deed) {
        boolean few = takes(source, Purpose.MESSAGES);
        return few && switch (deed) {
            case INVITE -> takes(source, Purpose.INVITES) && takes(source, Purpose.OPEN);
            case REQUEST -> takes(source, Purpose.REQUESTS);
            case ACK -> {
                acknowledged(source);
                yield true;
            }
            case RESPONSE -> true;
        };
    }

    private boolean takes(InetSocketAddress source, Purpose purpose) {
        Rate rate = rate(limits, purpose);
        return take(source, purpose, rate) && take(source.getAddress(), purpose, rate.times(PORTS))
                && (known.test(source.getAddress()) || take(STRANGERS, purpose, rate(strangers, purpose)));
    }

    private static Rate rate(Limits limits, Purpose purpose) {
        return switch (purpose) {
            case MESSAGES -> limits.messages();
            case REQUESTS -> limits.requests();
            case INVITES -> limits.invites();
            case OPEN -> limits.open();
        };
    }

    private boolean take(Object source, Purpose purpose, Rate rate) {
        return bucket(source, purpose, rate).take(rate, nanoTime.getAsLong());
    }

    private void acknowledged(InetSocketAddress source) {
        Rate rate = limits.open();
        bucket(source, Purpose.OPEN, rate).giveBack(rate);
        bucket(source.getAddress(), Purpose.OPEN, rate.times(PORTS)).giveBack(rate.times(PORTS));
        if (!known.test(source.getAddress())) {
            bucket(STRANGERS, Purpose.OPEN, strangers.open()).giveBack(strangers.open());
        }
    }

    private Bucket bucket(Object source, Purpose purpose, Rate rate) {
        return buckets.computeIfAbsent(new Purse(source, purpose),
                ignored -> new Bucket(rate.burst(), nanoTime.getAsLong()));
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
