/// Fixtures and tests of `softphone.audio.webrtc`.
@NullMarked
package ru.garnitura.softphone.audio.webrtc;

import org.jspecify.annotations.NullMarked;
