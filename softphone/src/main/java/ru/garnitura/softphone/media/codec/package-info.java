/// Codecs of speech and what stands in for a lost packet. Pure; one codec object per call and direction-pair, used on
/// the audio lane alone, without allocation. Opus comes from `org.jitsi`
/// or, where that has no native library, from Concentus; nobody else sees either.
@NullMarked
package ru.garnitura.softphone.media.codec;

import org.jspecify.annotations.NullMarked;
