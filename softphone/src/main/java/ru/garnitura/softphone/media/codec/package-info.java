/// Codecs of speech and what stands in for a lost packet. Pure; one codec object per call and direction-pair, used on
/// the audio lane alone, without allocation. Imports nothing outside the JDK.
@NullMarked
package ru.garnitura.softphone.media.codec;

import org.jspecify.annotations.NullMarked;
