/// Audio devices through webrtc-java, and the one factory that turns `AudioSettings` into open endpoints. The only
/// package that imports `dev.onvoid`. Opening runs on the I/O lane with a time limit; the library's own threads only
/// exchange frames with the audio lane through rings.
@NullMarked
package ru.garnitura.softphone.audio.webrtc;

import org.jspecify.annotations.NullMarked;
