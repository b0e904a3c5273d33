package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.media.srtp.SrtpKeys;

/// What a handshake gave, on its way to the audio lane.
///
/// @param terms   what the handshake was held under; keys of other terms are of no use any more
/// @param control they protect RTCP on a port of its own, and nothing else
record FreshKeys(Protection.Dtls terms, boolean control, SrtpKeys ours, SrtpKeys theirs) {
}
