/// Fixtures and tests of `softphone.ui.sound`.
@NullMarked
package ru.garnitura.softphone.ui.sound;

import org.jspecify.annotations.NullMarked;
