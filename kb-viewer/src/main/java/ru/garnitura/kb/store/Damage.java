package ru.garnitura.kb.store;

import java.nio.file.Path;

/// A store that could not be read was set aside, and an empty one begun.
///
/// @param kept   folder with the damaged files
/// @param detail technical cause
public record Damage(Path kept, String detail) {
}
