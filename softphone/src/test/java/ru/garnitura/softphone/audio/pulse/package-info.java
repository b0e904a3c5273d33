/// Tests of `softphone.audio.pulse`.
@NullMarked
package ru.garnitura.softphone.audio.pulse;

import org.jspecify.annotations.NullMarked;
