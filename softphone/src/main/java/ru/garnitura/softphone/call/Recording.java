package ru.garnitura.softphone.call;

import java.nio.file.Path;
import javax.crypto.SecretKey;

/// Where a call is recorded to.
///
/// @param file created, or replaced
/// @param key  AES: the sound is never on disk without it
public record Recording(Path file, SecretKey key) {
}
