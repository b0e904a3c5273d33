package ru.garnitura.softphone.audio.signal;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Joins two clocks that differ a little: one thread writes blocks of samples, another reads blocks, neither waits.
///
/// An empty ring gives silence, which deepens it by a block; depth that was not needed for a second is taken back by
/// cutting out a pitch period, which nobody hears. So it is as deep as the burstiness of both sides asks for.
public final class ElasticRing {

    private static final int WINDOW = 100;
    /// Blocks of sound that only a stalled reader leaves behind: they are skipped.
    private static final int STALE = 12;

    private final short[] samples;
    private final short[] work;
    private final int mask;
    private final int block;
    private final TimeScale timeScale;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private long least = Long.MAX_VALUE;
    private int reads;
    private long excess;
    private int starved;
    private int overruns;

    /// @param block samples read at once, 10 ms of them
    public ElasticRing(int block) {
        this.block = block;
        samples = new short[Integer.highestOneBit(block * 32)];
        mask = samples.length - 1;
        work = new short[block * 2];
        timeScale = new TimeScale(block * 100);
    }

    /// Writer's thread. What does not fit is lost.
    ///
    /// @return false when it was full
    public boolean write(short[] from, int length) {
        long at = written.get();
        if (at - read.get() + length > samples.length) {
            overruns++;
            return false;
        }
        overruns = 0;
        for (int i = 0; i < length; i++) {
            samples[(int) (at + i) & mask] = from[i];
        }
        written.set(at + length);
        return true;
    }

    /// Reader's thread: fills one block.
    ///
    /// @return false when there was not enough, and silence was given
    public boolean read(short[] to) {
        long at = read.get();
        long available = written.get() - at;
        if (available < block) {
            Arrays.fill(to, 0, block, (short) 0);
            starved++;
            return false;
        }
        starved = 0;
        if (available > (long) STALE * block) {
            at += available - 2L * block;
            available = 2L * block;
            forget();
        }
        observe(available - block);
        int cut = excess > 0 && available >= work.length ? cut(at) : 0;
        if (cut == 0) {
            copy(at, work, block);
        }
        System.arraycopy(work, 0, to, 0, block);
        read.set(at + block + cut);
        return true;
    }

    private void observe(long rest) {
        least = Math.min(least, rest);
        if (++reads == WINDOW) {
            excess = Math.max(0, least - block);
            least = Long.MAX_VALUE;
            reads = 0;
        }
    }

    private void forget() {
        least = Long.MAX_VALUE;
        reads = 0;
        excess = 0;
    }

    /// Shortens the next two blocks; what is cut lies within the first of them.
    private int cut(long at) {
        copy(at, work, work.length);
        int cut = timeScale.shorten(work, work.length, (int) Math.min(work.length, excess), false);
        excess -= cut;
        return cut;
    }

    private void copy(long at, short[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = samples[(int) (at + i) & mask];
        }
    }

    /// Reader's thread: blocks in a row for which there was nothing.
    public int starved() {
        return starved;
    }

    /// Whether anything was ever read. Any thread.
    public boolean flows() {
        return read.get() > 0;
    }

    /// Writer's thread: writes in a row that did not fit.
    public int overruns() {
        return overruns;
    }
}
