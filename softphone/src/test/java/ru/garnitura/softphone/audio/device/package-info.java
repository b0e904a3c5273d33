/// Fixtures and tests of `softphone.audio.device`.
@NullMarked
package ru.garnitura.softphone.audio.device;

import org.jspecify.annotations.NullMarked;
