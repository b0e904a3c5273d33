package ru.garnitura.softphone.media.srtp;

/// The name of the master key that some send in each packet: before the tag (RFC 3711, section 3.1), or last where the tag
/// belongs to what is encrypted (RFC 7714, sections 8.1 and 9.2).
final class KeyIdentifier {

    private final byte[] identifier;
    private final int behindInPackets;
    private final int behindInReports;

    KeyIdentifier(SrtpKeys keys) {
        identifier = keys.identifierBytes();
        boolean last = keys.suite().isGalois();
        behindInPackets = last ? 0 : keys.suite().tagBytes();
        behindInReports = last ? 0 : CounterTransform.REPORT_TAG;
    }

    /// Takes it out of an RTP packet.
    ///
    /// @return the packet's new length, -1 where the identifier is another
    int takenFromPacket(byte[] packet, int length) {
        return identifier.length == 0 ? length : taken(packet, length, behindInPackets);
    }

    /// Takes it out of a report, as `takenFromPacket`.
    int takenFromReport(byte[] report, int length) {
        return identifier.length == 0 ? length : taken(report, length, behindInReports);
    }

    private int taken(byte[] data, int length, int behind) {
        int at = length - behind - identifier.length;
        for (int i = 0; i < identifier.length; i++) {
            if (at < 0 || data[at + i] != identifier[i]) {
                return -1;
            }
        }
        System.arraycopy(data, at + identifier.length, data, at, behind);
        return length - identifier.length;
    }
}
