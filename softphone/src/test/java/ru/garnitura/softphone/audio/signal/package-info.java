/// Fixtures and tests of `softphone.audio.signal`.
@NullMarked
package ru.garnitura.softphone.audio.signal;

import org.jspecify.annotations.NullMarked;
