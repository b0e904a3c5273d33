/// Fixtures and tests of `softphone.media.listen`.
@NullMarked
package ru.garnitura.softphone.media.listen;

import org.jspecify.annotations.NullMarked;
