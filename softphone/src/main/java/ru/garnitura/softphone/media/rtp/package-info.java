/// RTP and RTCP (RFC 3550), telephone events (RFC 4733), and the way from packets in to frames out. Time is given from
/// outside in nanoseconds, so that all of it runs on a virtual clock. Objects are confined to the audio lane, except
/// `UdpPorts`, `UdpTransport`, `ReceiveLane` and `PacketQueue`, which say what they allow. Imports `media.codec`,
/// `audio`, `audio.signal` and `call` (its exception).
@NullMarked
package ru.garnitura.softphone.media.rtp;

import org.jspecify.annotations.NullMarked;
