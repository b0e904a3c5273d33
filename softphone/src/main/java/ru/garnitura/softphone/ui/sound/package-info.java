/// The screen where the operator orders his devices, sets how loud they are, and checks his microphone. FX lane.
/// Imports `audio`, `media.check`, `ui`'s ticker, assets and JavaFX.
@NullMarked
package ru.garnitura.softphone.ui.sound;

import org.jspecify.annotations.NullMarked;
