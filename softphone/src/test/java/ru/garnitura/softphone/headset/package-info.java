/// Tests of `softphone.headset`.
@NullMarked
package ru.garnitura.softphone.headset;

import org.jspecify.annotations.NullMarked;
