/// Tests of `softphone.media.dtls`.
@NullMarked
package ru.garnitura.softphone.media.dtls;

import org.jspecify.annotations.NullMarked;
