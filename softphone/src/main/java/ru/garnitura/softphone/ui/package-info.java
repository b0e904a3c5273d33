/// The call bar, the keypads and the registration lamp, over `softphone.call` alone. View-models subscribe on the
/// signaling lane and hand over to the FX lane; everything else here lives on the FX lane. Imports JavaFX, ControlsFX,
/// `assets` and `softphone.call`.
@NullMarked
package ru.garnitura.softphone.ui;

import org.jspecify.annotations.NullMarked;
