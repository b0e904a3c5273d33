package ru.garnitura.backoffice.recordings;

import java.time.Instant;

/// The kept sound of a call: stereo, left the operator, right the other side.
///
/// @param sha256 of the sound, `audio/wav`
/// @param whole false where the desktop ended while it recorded
/// @param operator who recorded
public record Recording(String sha256, int seconds, Instant startedAt, boolean whole, String operator) {}
