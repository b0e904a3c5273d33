package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.media.codec.PayloadFormat;
import ru.garnitura.softphone.media.rtp.StreamFormats;
import ru.garnitura.softphone.media.rtp.UdpTransport.Target;

/// What was negotiated, as the audio lane needs it. Immutable: a re-INVITE makes another.
///
/// @param sending   the first speech format is used
/// @param receiving every payload type the remote side may use
/// @param packetMs  length of the packets sent
/// @param flow      what may flow
/// @param protection how packets are encrypted
record StreamPlan(Target target, StreamFormats sending, StreamFormats receiving, int packetMs, Flow flow,
        Protection protection) {

    /// @param send    packets are sent
    /// @param receive packets are played
    /// @param holding the operator put the call on hold: what is sent is not his microphone
    record Flow(boolean send, boolean receive, boolean holding) {
    }

    /// The remote side takes telephone events (RFC 4733).
    boolean takesEvents() {
        return !sending.events().isEmpty();
    }

    PayloadFormat format() {
        return sending.speech().getFirst().format();
    }
}
