/// Who hears whom: a matrix of gains over ports. Audio lane; never allocates. Imports `audio.signal` at most.
@NullMarked
package ru.garnitura.softphone.media.mixer;

import org.jspecify.annotations.NullMarked;
