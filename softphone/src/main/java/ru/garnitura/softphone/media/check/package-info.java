/// The microphone check: the operator hears himself as he is heard, and is told how loud he is. Runs on an audio lane of
/// its own; imports `media.lane`, `audio`.
@NullMarked
package ru.garnitura.softphone.media.check;

import org.jspecify.annotations.NullMarked;
