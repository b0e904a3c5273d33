/// Tests of `softphone.media.srtp`.
@NullMarked
package ru.garnitura.softphone.media.srtp;

import org.jspecify.annotations.NullMarked;
