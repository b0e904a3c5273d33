/// Theme, fonts, icons, sounds and the words every room shares. Words and formats may be read on any lane; nodes and
/// bindings belong to the FX lane. Imports JavaFX, AtlantaFX and Ikonli; nothing of Garnitura.
@NullMarked
package ru.garnitura.assets;

import org.jspecify.annotations.NullMarked;
