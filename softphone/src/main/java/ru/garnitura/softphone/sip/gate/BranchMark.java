package ru.garnitura.softphone.sip.gate;

import java.util.Locale;
import java.util.Objects;

/// A mark behind the branch of a request that comes in. A transaction is told by branch and sent-by (RFC 3261, section
/// 17.2.3), and JAIN-SIP looks at the branch alone: two senders with the same one would get each other's answers. The mark
/// is taken off again before a response leaves.
public final class BranchMark {

    private static final String SIGN = ".gd-";
    private static final int LENGTH = SIGN.length() + 8;

    private BranchMark() {
    }

    /// The same for an INVITE, its repetitions, its CANCEL and its ACK.
    static String of(RawMessage request) {
        String via = request.value("via").orElse("").split(";", 2)[0].toLowerCase(Locale.ROOT);
        String sequence = request.value("cseq").orElse("").split("\\s+", 2)[0];
        int hash = Objects.hash(via, request.value("call-id").orElse(""), sequence);
        return SIGN + String.format(Locale.ROOT, "%08x", hash);
    }

    /// A message as the other side knows it.
    public static String removed(String message) {
        int sign = message.indexOf(SIGN);
        return sign < 0 || sign + LENGTH > message.length() ? message
                : message.substring(0, sign) + message.substring(sign + LENGTH);
    }

    /// Whether a datagram may bear a mark.
    public static boolean concerns(byte[] data, int offset, int length) {
        return length > LENGTH && data[offset] == 'S'
                && data[offset + 1] == 'I' && data[offset + 2] == 'P' && data[offset + 3] == '/';
    }
}
