/// What every part of the desktop's own window shares: its words, its look chosen at run time, its commands.
/// FX lane. Imports assets, `settings` and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui;

import org.jspecify.annotations.NullMarked;
