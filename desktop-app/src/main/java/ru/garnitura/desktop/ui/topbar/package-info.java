/// The top bar: state, figures, the field that opens the palette, lamps, the operator's menu. FX lane.
/// Imports `desk`, `link.policy`, `ui`, assets and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui.topbar;

import org.jspecify.annotations.NullMarked;
