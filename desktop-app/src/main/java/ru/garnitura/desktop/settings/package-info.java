/// What the desktop is told at start (command line, configuration file) and what it remembers between starts.
/// Read once before any lane exists; immutable afterwards, except [WindowMemory] which belongs to the FX lane.
@NullMarked
package ru.garnitura.desktop.settings;

import org.jspecify.annotations.NullMarked;
