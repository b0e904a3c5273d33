package ru.garnitura.softphone.media.rtp;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Presses keys one after another: each 100 ms long and 100 ms apart, an update a packet time, the end three times
/// (RFC 4733, section 2.5.1).
public final class TelephoneEventSender {

    private static final int PRESS_MS = 100;
    private static final int GAP_MS = 100;
    private static final int END_PACKETS = 3;
    private static final int VOLUME = 10;

    private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    private final byte[] payload = new byte[4];
    private int code = -1;
    private int startTimestamp;
    private int elapsedMs;
    private int ends;
    private int gapMs;

    /// Any thread.
    ///
    /// @throws IllegalArgumentException for a character that is on no keypad
    public void press(char digit) {
        int event = TelephoneEvents.code(digit);
        if (event < 0) {
            throw new IllegalArgumentException("no keypad digit");
        }
        waiting.add(event);
    }

    /// Called once a packet time; sends what is due instead of speech. What cannot be sent, because the remote side
    /// takes no events, is dropped.
    ///
    /// @return whether an event was sent, so that no speech may be sent in this packet time
    public boolean tick(RtpSender out, PacketClock clock) {
        if (clock.events().payloadType() < 0) {
            waiting.clear();
            code = -1;
            return false;
        }
        if (code < 0) {
            gapMs = Math.max(0, gapMs - clock.packetMs());
            if (gapMs > 0 || waiting.isEmpty()) {
                return false;
            }
            begin(out.timestamp());
        }
        send(out, clock);
        return true;
    }

    private void send(RtpSender out, PacketClock clock) {
        elapsedMs += clock.packetMs();
        boolean over = elapsedMs >= PRESS_MS;
        int ticks = Math.max(Math.min(elapsedMs, PRESS_MS), over ? pressMs(clock) : 0) * clock.events().clock() / 1000;
        payload[0] = (byte) code;
        payload[1] = (byte) ((over ? 0x80 : 0) | VOLUME);
        payload[2] = (byte) (ticks >> 8);
        payload[3] = (byte) ticks;
        out.sendEvent(clock.events().payloadType(), elapsedMs == clock.packetMs(), startTimestamp, payload);
        if (over && ++ends == END_PACKETS) {
            code = -1;
            gapMs = GAP_MS;
        }
    }

    /// The press lasts a whole number of packets.
    private static int pressMs(PacketClock clock) {
        return Math.ceilDiv(PRESS_MS, clock.packetMs()) * clock.packetMs();
    }

    private void begin(int timestamp) {
        Integer next = waiting.poll();
        code = next == null ? -1 : next;
        startTimestamp = timestamp;
        elapsedMs = 0;
        ends = 0;
    }
}
