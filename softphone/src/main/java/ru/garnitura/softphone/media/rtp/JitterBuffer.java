package ru.garnitura.softphone.media.rtp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.media.codec.PitchConcealment;

/// From packets, whenever they come, to a frame each 10 ms. Holds back as much as its policy asks for; what is missing
/// when it is due is concealed; when nothing comes the sound is stretched, and what was stretched is cut out again.
public final class JitterBuffer {

    private static final int FRAME_MS = 10;
    /// Without a packet for this long the stream begins anew.
    private static final int GIVE_UP_MS = 500;
    private static final int WINDOW_FRAMES = 20;
    private static final int QUICK_FRAMES = 3;
    /// Gaps up to this are filled from both ends.
    private static final int BRIDGED_FRAMES = PitchConcealment.LONGEST_GAP_MS / FRAME_MS;
    /// Played later than asked for by up to this and a share of it is left alone: the shortest pitch period that can be cut
    /// out, and what so much jitter differs from one second to the next.
    private static final int SLACK_MS = 3;
    private static final int SLACK_SHARE = 8;
    private static final int FORCE_MS = 80;

    private final PacketStore store = new PacketStore();
    private final @Nullable Decoding[] decodings;
    private final DepthPolicy policy;
    private final TransitTimes times = new TransitTimes();
    private @Nullable Decoding decoding;
    private boolean playing;
    private long firstArrival;
    private long highestTimestamp = Long.MIN_VALUE;
    private long nextTimestamp;
    private int packetTicks;
    /// Ticks made up while nothing had come; they count towards a gap found later.
    private long stretched;
    private int silentMs;
    private int windowFrames;
    private int delayMs;
    /// The least delay of the window: a tick that comes late itself looks like sound played late.
    private int leastDelayMs = Integer.MAX_VALUE;
    private long late;
    private long concealed;
    private long repaired;
    private long played;

    /// @param decodings by payload type, null where a type is not speech of ours
    JitterBuffer(@Nullable Decoding[] decodings, DepthPolicy policy) {
        this.decodings = decodings.clone();
        this.policy = policy;
    }

    /// Takes a packet of speech.
    ///
    /// @param sequence extended over wraps
    /// @param arrival  nanoseconds
    void put(RtpPacket packet, long sequence, long arrival) {
        Decoding format = decodings[packet.payloadType()];
        if (format == null) {
            return;
        }
        long timestamp = extend(packet.timestamp());
        times.arrived(nanos(timestamp, format), arrival);
        if (playing && timestamp < nextTimestamp - format.clock()) {
            restart();
            timestamp = extend(packet.timestamp());
            times.arrived(nanos(timestamp, format), arrival);
        } else if (playing && timestamp < nextTimestamp) {
            late++;
            return;
        }
        if (!playing && store.isEmpty()) {
            firstArrival = arrival;
        }
        store.put(packet, sequence, timestamp);
    }

    private long extend(int timestamp) {
        if (highestTimestamp == Long.MIN_VALUE) {
            highestTimestamp = Integer.toUnsignedLong(timestamp);
            return highestTimestamp;
        }
        long extended = highestTimestamp + (timestamp - (int) highestTimestamp);
        highestTimestamp = Math.max(highestTimestamp, extended);
        return extended;
    }

    /// Plays the next 10 ms.
    ///
    /// @param now nanoseconds
    void play(short[] frame, long now) {
        if (!playing && !begin(now)) {
            Arrays.fill(frame, (short) 0);
            return;
        }
        adjustDepth(now);
        Decoding current = decoding;
        while (playing && current != null && !current.hasFrame()) {
            fill(current);
            current = decoding;
        }
        if (playing && current != null) {
            current.play(frame);
            played++;
        } else {
            Arrays.fill(frame, (short) 0);
        }
    }

    private boolean begin(long now) {
        if (store.isEmpty() || now - firstArrival < targetMs() * 1_000_000L) {
            return false;
        }
        playing = true;
        stretched = 0;
        silentMs = 0;
        nextTimestamp = store.oldest().timestamp;
        decoding = decodings[store.oldest().payloadType];
        return true;
    }

    private void fill(Decoding current) {
        if (store.isEmpty()) {
            stretch(current);
            return;
        }
        silentMs = 0;
        PacketStore.Slot slot = store.oldest();
        countStretched(slot, current);
        long gap = slot.timestamp - nextTimestamp;
        int frameTicks = current.clock() / 100;
        if (gap > 0 && gap <= (long) frameTicks * GIVE_UP_MS / FRAME_MS) {
            if (gap <= (long) frameTicks * BRIDGED_FRAMES && decodings[slot.payloadType] == current && current.bridges()) {
                bridge(current, slot, (int) gap);
                return;
            }
            if (gap == packetTicks && decodings[slot.payloadType] == current && current.repair(slot, packetTicks)) {
                times.lost(1);
                nextTimestamp += gap;
                repaired++;
                return;
            }
            int ticks = (int) Math.min(gap, frameTicks);
            current.conceal(ticks);
            nextTimestamp += ticks;
            concealed++;
            return;
        }
        decode(slot);
    }

    /// Sound made up while nothing had come stands for the gap found now, unless the stream is to be played later than
    /// it is: then the gap is filled all the same.
    private void countStretched(PacketStore.Slot slot, Decoding current) {
        long counted = Math.min(stretched, Math.max(0, slot.timestamp - nextTimestamp));
        if (counted > 0) {
            long wanted = (long) (targetMs() - delayMs) * current.clock() / 1000;
            long frame = current.clock() / 100;
            nextTimestamp += counted - Math.clamp(wanted / frame * frame, 0, counted);
            stretched -= counted;
        }
    }

    private void bridge(Decoding current, PacketStore.Slot slot, int gap) {
        times.lost(gap / Math.max(1, packetTicks));
        concealed += Math.ceilDiv(gap, current.clock() / 100);
        packetTicks = current.bridge(slot, gap);
        nextTimestamp = slot.timestamp + packetTicks;
        stretched = 0;
        store.removeOldest();
    }

    private void decode(PacketStore.Slot slot) {
        Decoding format = decodings[slot.payloadType];
        if (format != null) {
            if (format != decoding) {
                format.clear();
                decoding = format;
            }
            packetTicks = format.decode(slot);
            nextTimestamp = slot.timestamp + packetTicks;
        }
        stretched = 0;
        store.removeOldest();
    }

    private void stretch(Decoding current) {
        current.conceal(current.clock() / 100);
        stretched += current.clock() / 100;
        silentMs += FRAME_MS;
        concealed++;
        if (silentMs >= GIVE_UP_MS) {
            restart();
        }
    }

    /// Cuts a pitch period out when the sound is played later than asked for over a whole window.
    private void adjustDepth(long now) {
        Decoding current = decoding;
        if (!playing || current == null) {
            return;
        }
        delayMs = delayMs(current, now);
        leastDelayMs = Math.min(leastDelayMs, delayMs);
        if (++windowFrames < WINDOW_FRAMES) {
            return;
        }
        int target = targetMs();
        int excess = leastDelayMs - target;
        if (excess > SLACK_MS + target / SLACK_SHARE) {
            if (!store.isEmpty() && store.oldest().timestamp <= nextTimestamp) {
                decode(store.oldest());
            }
            current.hurry(excess, excess > FORCE_MS);
        }
        windowFrames = excess > FORCE_MS ? WINDOW_FRAMES - QUICK_FRAMES : 0;
        leastDelayMs = Integer.MAX_VALUE;
    }

    private int delayMs(Decoding current, long now) {
        return times.playoutDelayMs(nanos(nextTimestamp - current.queuedTicks() + stretched, current), now);
    }

    private static long nanos(long timestamp, Decoding format) {
        return timestamp * 1_000_000L / (format.clock() / 1000);
    }

    /// Sound held back now, milliseconds.
    int depthMs() {
        Decoding current = decoding;
        if (current == null) {
            return 0;
        }
        long ticks = current.queuedTicks();
        if (!store.isEmpty()) {
            ticks += Math.max(0, store.newest().timestamp + packetTicks - nextTimestamp);
        }
        return (int) (ticks * 1000 / current.clock());
    }

    void close() {
        for (Decoding each : decodings) {
            if (each != null) {
                each.close();
            }
        }
    }

    /// Forgets the stream; the next packet begins a new one.
    void restart() {
        store.clear();
        Decoding current = decoding;
        if (current != null) {
            current.clear();
        }
        playing = false;
        highestTimestamp = Long.MIN_VALUE;
        windowFrames = 0;
        leastDelayMs = Integer.MAX_VALUE;
        times.restart();
    }

    /// Packets that came after their time.
    long late() {
        return late;
    }

    /// Stand-ins of at most 10 ms each that were played.
    long concealed() {
        return concealed;
    }

    /// Lost packets that were played from the copy the next one carried.
    long repaired() {
        return repaired;
    }

    /// Frames played since the start, made-up ones included.
    long played() {
        return played;
    }

    boolean isPlaying() {
        return playing;
    }

    int delayMs() {
        return delayMs;
    }

    private int targetMs() {
        return policy.targetMs(times);
    }
}
