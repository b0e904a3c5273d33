/// Signing in: the view shown before there is a desk. FX lane. Imports `link.signin`, `ui`, assets and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui.signin;

import org.jspecify.annotations.NullMarked;
