/// Theme, fonts, icons, sounds and the words every room shares. FX lane; imports nothing of Garnitura.
@NullMarked
package ru.garnitura.assets;

import org.jspecify.annotations.NullMarked;
