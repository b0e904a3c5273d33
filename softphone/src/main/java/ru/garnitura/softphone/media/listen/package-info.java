/// Listening to recordings: the sound in memory, and a party on an audio lane of its own that says it. Filled on the I/O
/// lane, played on the audio lane, driven from any. Imports `audio`, `media.codec` and `media.lane`.
@NullMarked
package ru.garnitura.softphone.media.listen;

import org.jspecify.annotations.NullMarked;
