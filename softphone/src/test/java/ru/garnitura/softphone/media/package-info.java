/// Fixtures and tests of `softphone.media`.
@NullMarked
package ru.garnitura.softphone.media;

import org.jspecify.annotations.NullMarked;
