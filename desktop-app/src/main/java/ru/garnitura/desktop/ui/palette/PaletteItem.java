package ru.garnitura.desktop.ui.palette;

import ru.garnitura.assets.Icon;

/// Something found.
///
/// @param detail second, quiet line; may be empty. Untrusted, as the title may be
/// @param keys   shown at the right; may be empty
public record PaletteItem(Icon icon, String title, String detail, String keys, Runnable action) {
}
