package ru.garnitura.softphone.call;

/// What one media session measured up to now.
///
/// @param codec        name of the codec in use, as in SDP (`PCMA`), or empty before negotiation
/// @param encrypted    SRTP in both directions
/// @param sendLevel    loudness of the microphone after mute, dBov (-127..0), over the last 100 ms
/// @param receiveLevel loudness of the remote side, dBov (-127..0), over the last 100 ms
/// @param packetsSent  RTP packets sent
/// @param packetsReceived RTP packets received in order and played or concealed around
/// @param packetsLost  packets never received
/// @param jitterMs     interarrival jitter, milliseconds (RFC 3550, section 6.4.1)
/// @param roundTripMs  round-trip time from RTCP, milliseconds; -1 while unknown
/// @param mos          estimated mean opinion score 1.0-4.5 (ITU-T G.107); -1 while unknown
public record MediaSnapshot(String codec, boolean encrypted, double sendLevel, double receiveLevel, long packetsSent,
        long packetsReceived, long packetsLost, double jitterMs, double roundTripMs, double mos) {

    public static final MediaSnapshot NONE = new MediaSnapshot("", false, -127, -127, 0, 0, 0, 0, -1, -1);
}
