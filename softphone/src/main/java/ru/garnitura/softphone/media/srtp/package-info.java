/// SRTP and SRTCP (RFC 3711) on the JDK's AES and SHA-1: keys, protection of what is sent, checks of what is received.
/// Pure; one object per stream and direction, confined to the audio lane, without allocation per packet. Imports
/// nothing outside the JDK.
@NullMarked
package ru.garnitura.softphone.media.srtp;

import org.jspecify.annotations.NullMarked;
