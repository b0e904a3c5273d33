/// Our own media engine: fulfils `call.MediaEngine` with RTP over UDP and the audio endpoints it is given.
/// Signaling lane for the port's methods; one audio lane and one receive lane per engine, both started with the first
/// call. Imports `call`, `audio` and the packages below.
@NullMarked
package ru.garnitura.softphone.media;

import org.jspecify.annotations.NullMarked;
