/// The wrap-up form: topic by search, tree or recent choice, result, note, countdown. FX lane.
/// Imports `desk`, `link.policy`, `ui`, assets and JavaFX.
@NullMarked
package ru.garnitura.desktop.ui.wrapup;

import org.jspecify.annotations.NullMarked;
