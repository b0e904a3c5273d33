/// Fixtures and tests of `softphone.media.codec`.
@NullMarked
package ru.garnitura.softphone.media.codec;

import org.jspecify.annotations.NullMarked;
