/// Tests of the palette.
@NullMarked
package ru.garnitura.desktop.ui.palette;

import org.jspecify.annotations.NullMarked;
