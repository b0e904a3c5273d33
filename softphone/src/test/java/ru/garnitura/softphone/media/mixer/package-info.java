/// Fixtures and tests of `softphone.media.mixer`.
@NullMarked
package ru.garnitura.softphone.media.mixer;

import org.jspecify.annotations.NullMarked;
