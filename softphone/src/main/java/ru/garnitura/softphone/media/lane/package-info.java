/// The audio lane: one clocked platform thread for a pair of microphone and headset, and the ports it mixes. Imports
/// `audio`, `call` and `media.mixer`.
@NullMarked
package ru.garnitura.softphone.media.lane;

import org.jspecify.annotations.NullMarked;
