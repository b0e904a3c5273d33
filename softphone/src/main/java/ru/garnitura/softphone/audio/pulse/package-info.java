/// Which devices a PulseAudio or PipeWire server has, asked over its own protocol: it tells changes itself, and a server
/// that hangs or crashes costs a closed socket. One thread of its own; imports `audio` and `audio.device`.
@NullMarked
package ru.garnitura.softphone.audio.pulse;

import org.jspecify.annotations.NullMarked;
