/// The window: its frame, the row of panes, the layers over them, and how it comes forward at a ring.
/// FX lane. Imports the rest of `ui`, assets, `settings` and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
