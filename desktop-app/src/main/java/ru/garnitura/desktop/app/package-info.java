/// The program: command line, one instance per data folder, log, lanes, and the wiring diagram that joins all rooms.
/// Lane: starts on `main`, then FX. Imports everything; nobody imports it.
@NullMarked
package ru.garnitura.desktop.app;

import org.jspecify.annotations.NullMarked;
