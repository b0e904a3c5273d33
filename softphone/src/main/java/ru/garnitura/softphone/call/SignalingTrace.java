package ru.garnitura.softphone.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What went over the wire lately, in words that hold no numbers, names, addresses or texts: for those who look into a
/// call that went wrong. Keeps the last lines only. Any thread.
public final class SignalingTrace {

    private static final int KEPT = 2_000;

    private final InstantSource clock;
    private final Deque<Line> lines = new ArrayDeque<>();

    public SignalingTrace(InstantSource clock) {
        this.clock = clock;
    }

    /// One message.
    ///
    /// @param outgoing we sent it
    public record Line(Instant at, boolean outgoing, String text) {
    }

    /// Keeps a line that is free of personal data.
    public synchronized void note(boolean outgoing, String text) {
        lines.addLast(new Line(clock.instant(), outgoing, text));
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /// Both ends included.
    public synchronized List<Line> between(Instant from, Instant to) {
        return lines.stream().filter(line -> !line.at().isBefore(from) && !line.at().isAfter(to)).toList();
    }
}
