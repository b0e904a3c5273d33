/// Recordings of calls: stereo sound, encrypted before it reaches the disk. The audio lane only fills a ring; the rest
/// runs on the I/O lane. Imports `audio`, `audio.signal` and `call`.
@NullMarked
package ru.garnitura.softphone.media.record;

import org.jspecify.annotations.NullMarked;
