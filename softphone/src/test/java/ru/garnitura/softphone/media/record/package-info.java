/// Tests of `softphone.media.record`.
@NullMarked
package ru.garnitura.softphone.media.record;

import org.jspecify.annotations.NullMarked;
