package ru.garnitura.softphone.media.rtp;

import java.util.Arrays;

/// Received packets in order of sequence, each once, in slots made beforehand. Full means the oldest is dropped.
final class PacketStore {

    static final int MAX_PAYLOAD = 1500;
    private static final int CAPACITY = 64;

    /// One stored packet; `timestamp` and `sequence` are extended over wraps.
    static final class Slot {
        final byte[] payload = new byte[MAX_PAYLOAD];
        int length;
        int payloadType;
        long sequence;
        long timestamp;
    }

    private final Slot[] slots = new Slot[CAPACITY];
    private int count;

    PacketStore() {
        Arrays.setAll(slots, i -> new Slot());
    }

    boolean isEmpty() {
        return count == 0;
    }

    Slot oldest() {
        return slots[0];
    }

    Slot newest() {
        return slots[count - 1];
    }

    /// Stores a copy of the payload; false for a duplicate or one too long.
    boolean put(RtpPacket packet, long sequence, long timestamp) {
        int length = packet.payloadLength();
        int at = count;
        while (at > 0 && slots[at - 1].sequence > sequence) {
            at--;
        }
        if (length > MAX_PAYLOAD || (at > 0 && slots[at - 1].sequence == sequence)) {
            return false;
        }
        if (count == CAPACITY) {
            removeOldest();
            at = Math.max(0, at - 1);
        }
        Slot slot = slots[count];
        System.arraycopy(slots, at, slots, at + 1, count - at);
        slots[at] = slot;
        count++;
        fill(slot, packet, sequence, timestamp);
        return true;
    }

    private static void fill(Slot slot, RtpPacket packet, long sequence, long timestamp) {
        slot.length = packet.payloadLength();
        slot.payloadType = packet.payloadType();
        slot.sequence = sequence;
        slot.timestamp = timestamp;
        System.arraycopy(packet.data(), packet.payloadAt(), slot.payload, 0, slot.length);
    }

    void removeOldest() {
        Slot removed = slots[0];
        System.arraycopy(slots, 1, slots, 0, count - 1);
        slots[--count] = removed;
    }

    void clear() {
        count = 0;
    }
}
