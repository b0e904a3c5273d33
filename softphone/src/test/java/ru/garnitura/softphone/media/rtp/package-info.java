/// Fixtures and tests of `softphone.media.rtp`.
@NullMarked
package ru.garnitura.softphone.media.rtp;

import org.jspecify.annotations.NullMarked;
