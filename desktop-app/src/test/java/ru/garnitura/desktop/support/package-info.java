/// Tests of the room of the same name.
@NullMarked
package ru.garnitura.desktop.support;

import org.jspecify.annotations.NullMarked;
