package ru.garnitura.softphone.sip.gate;

import java.nio.charset.StandardCharsets;

/// What becomes of a datagram.
public sealed interface Verdict {

    /// It goes on to the parser, which reads so many octets of it.
    ///
    /// @param branchEnd where `mark` belongs, behind the branch of the topmost Via; -1 where there is none
    /// @param mark      tells apart what the sender gave the same branch
    record Pass(int length, int branchEnd, String mark) implements Verdict {

        /// The message with its mark.
        public byte[] marked(byte[] data) {
            byte[] sign = branchEnd < 0 ? new byte[0] : mark.getBytes(StandardCharsets.ISO_8859_1);
            int before = Math.max(branchEnd, 0);
            byte[] whole = new byte[length + sign.length];
            System.arraycopy(data, 0, whole, 0, before);
            System.arraycopy(sign, 0, whole, before, sign.length);
            System.arraycopy(data, before, whole, before + sign.length, length - before);
            return whole;
        }
    }

    /// It is not worth an answer.
    record Drop(Reason reason) implements Verdict {
    }

    /// It is answered at once, with these octets as ISO 8859-1. `port` is where the answer goes on the sender's host (RFC 3261, section 18.2.2).
    record Refuse(String response, int port) implements Verdict {
    }

    /// Why a datagram was dropped.
    enum Reason { KEEP_ALIVE, TOO_LARGE, NO_SIP, BROKEN_RESPONSE, BROKEN_ACK, NO_WAY_BACK, TOO_MANY }
}
