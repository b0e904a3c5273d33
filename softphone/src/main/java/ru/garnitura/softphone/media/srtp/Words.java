package ru.garnitura.softphone.media.srtp;

/// Network byte order in byte arrays.
final class Words {

    private Words() {
    }

    static int getInt(byte[] data, int at) {
        return (data[at] & 0xff) << 24 | (data[at + 1] & 0xff) << 16 | (data[at + 2] & 0xff) << 8 | (data[at + 3] & 0xff);
    }

    static void putInt(byte[] data, int at, int value) {
        data[at] = (byte) (value >> 24);
        data[at + 1] = (byte) (value >> 16);
        data[at + 2] = (byte) (value >> 8);
        data[at + 3] = (byte) value;
    }

    static int sequence(byte[] packet) {
        return (packet[2] & 0xff) << 8 | (packet[3] & 0xff);
    }

    /// Where the payload of an RTP packet begins, or -1 where there is no whole header.
    static int payloadAt(byte[] packet, int length) {
        if (length < 12 || (packet[0] & 0xc0) != 0x80) {
            return -1;
        }
        int at = 12 + 4 * (packet[0] & 0x0f);
        if ((packet[0] & 0x10) != 0) {
            if (at + 4 > length) {
                return -1;
            }
            at += 4 + 4 * ((packet[at + 2] & 0xff) << 8 | (packet[at + 3] & 0xff));
        }
        return at <= length ? at : -1;
    }
}
