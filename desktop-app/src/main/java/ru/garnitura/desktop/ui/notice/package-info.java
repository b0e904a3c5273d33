/// What the operator is told without being asked: bars under the top bar for what lasts, passing cards for what is over.
/// FX lane. Imports `ui`, assets, ControlsFX and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui.notice;

import org.jspecify.annotations.NullMarked;
