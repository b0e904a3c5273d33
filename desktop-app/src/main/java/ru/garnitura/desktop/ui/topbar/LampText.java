package ru.garnitura.desktop.ui.topbar;

import ru.garnitura.assets.Tone;

/// What a lamp says.
///
/// @param name   the link, perhaps with an age: «База · 14:02»
/// @param detail state, cause and since when, in words
public record LampText(Tone tone, String name, String detail) {
}
