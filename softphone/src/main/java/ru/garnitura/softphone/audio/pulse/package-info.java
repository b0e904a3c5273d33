/// A PulseAudio or PipeWire server's devices. Which there are is asked over its own protocol, on one thread: the server
/// tells changes itself. They are opened through libpulse-simple, one thread for each open device. Imports `audio` and
/// `audio.device`.
@NullMarked
package ru.garnitura.softphone.audio.pulse;

import org.jspecify.annotations.NullMarked;
