/// Arithmetic on samples: resampling, tones, levels. Pure, no threads, no I/O; state is confined to the lane that
/// owns the object. Imports nothing outside the JDK.
@NullMarked
package ru.garnitura.softphone.audio.signal;

import org.jspecify.annotations.NullMarked;
