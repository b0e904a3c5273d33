/// Tests of the room of the same name, with the fakes and fixtures they need.
@NullMarked
package ru.garnitura.desktop.link.recordings;

import org.jspecify.annotations.NullMarked;
