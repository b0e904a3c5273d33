/// Tests of what the window's parts share, and its texts.
@NullMarked
package ru.garnitura.desktop.ui;

import org.jspecify.annotations.NullMarked;
