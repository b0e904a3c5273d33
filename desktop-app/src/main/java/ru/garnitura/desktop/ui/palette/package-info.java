/// The command palette (Ctrl+K): customers, articles and commands found by a few letters. FX lane.
/// Imports `ui`, assets and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui.palette;

import org.jspecify.annotations.NullMarked;
