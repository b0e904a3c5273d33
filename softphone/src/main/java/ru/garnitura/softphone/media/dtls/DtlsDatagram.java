package ru.garnitura.softphone.media.dtls;

/// What can be said of a received datagram before anything in it is authenticated (RFC 6347, section 4.1). Any thread.
public final class DtlsDatagram {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int HELLO_VERIFY_REQUEST = 3;
    private static final int EPOCH = 3;
    private static final int RECORD_LENGTH = 11;
    private static final int RECORD_HEADER = 13;
    private static final int MESSAGE_HEADER = 12;
    /// Of every version of DTLS.
    private static final int MAJOR = 0xfe;

    private DtlsDatagram() {
    }

    /// Whether this is a handshake's first message to us: the hello of a client, or what a server answers to ours.
    ///
    /// @param toClient whether we are the client
    public static boolean opens(byte[] data, int length, boolean toClient) {
        if (length < RECORD_HEADER + MESSAGE_HEADER + 2 || data[0] != HANDSHAKE || number(data, 1, 1) != MAJOR
                || number(data, EPOCH, 2) != 0) {
            return false;
        }
        int type = data[RECORD_HEADER];
        boolean hello = toClient ? (type == SERVER_HELLO || type == HELLO_VERIFY_REQUEST) : type == CLIENT_HELLO;
        return hello && isWhole(data, length) && number(data, RECORD_HEADER + MESSAGE_HEADER, 1) == MAJOR;
    }

    /// The message or its first fragment fits its record, and the record fits the datagram.
    private static boolean isWhole(byte[] data, int length) {
        int record = number(data, RECORD_LENGTH, 2);
        int message = number(data, RECORD_HEADER + 1, 3);
        int offset = number(data, RECORD_HEADER + 6, 3);
        int fragment = number(data, RECORD_HEADER + 9, 3);
        return RECORD_HEADER + record <= length && MESSAGE_HEADER + fragment <= record && offset == 0 && fragment <= message
                && fragment >= 2;
    }

    /// How much of a datagram comes before an alert that is not encrypted. Anybody can send one, and so none is heeded
    /// (RFC 6347, section 4.1.2.7): a handshake the other side really gave up ends by its time.
    static int lengthBeforePlainAlert(byte[] data) {
        int at = 0;
        while (at + RECORD_HEADER <= data.length) {
            if (data[at] == ALERT && number(data, at + EPOCH, 2) == 0) {
                return at;
            }
            at += RECORD_HEADER + number(data, at + RECORD_LENGTH, 2);
        }
        return data.length;
    }

    private static int number(byte[] data, int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | (data[at + i] & 0xff);
        }
        return value;
    }
}
