/// Fixtures and tests of `softphone.media.lane`.
@NullMarked
package ru.garnitura.softphone.media.lane;

import org.jspecify.annotations.NullMarked;
