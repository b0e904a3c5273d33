/// Fixtures and tests of `softphone.audio`.
@NullMarked
package ru.garnitura.softphone.audio;

import org.jspecify.annotations.NullMarked;
