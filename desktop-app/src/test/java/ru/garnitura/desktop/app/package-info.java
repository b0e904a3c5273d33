/// Tests of the program as a whole.
@NullMarked
package ru.garnitura.desktop.app;

import org.jspecify.annotations.NullMarked;
