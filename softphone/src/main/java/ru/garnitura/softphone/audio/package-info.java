/// Where sound comes from and goes to: 10 ms frames of 48 kHz mono, from devices, files, tones, clips or silence.
/// `AudioSource.read` and `AudioSink.write` run on the audio lane of a device pair: they never block and never
/// allocate; opening and closing run on the I/O lane. Imports `call` (notices, exceptions) and `audio.signal`.
@NullMarked
package ru.garnitura.softphone.audio;

import org.jspecify.annotations.NullMarked;
