/// DTLS-SRTP (RFC 5763, RFC 5764) through Bouncy Castle, the only package of the softphone that imports it. A handshake
/// blocks its own virtual thread; datagrams reach it by a queue, and all it gives is a pair of SRTP keys. Imports
/// `media.srtp`.
@NullMarked
package ru.garnitura.softphone.media.dtls;

import org.jspecify.annotations.NullMarked;
