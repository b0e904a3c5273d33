/// Fixtures and tests of `softphone.media.check`.
@NullMarked
package ru.garnitura.softphone.media.check;

import org.jspecify.annotations.NullMarked;
