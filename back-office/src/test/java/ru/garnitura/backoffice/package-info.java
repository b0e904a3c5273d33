/// Tests of the whole server over real HTTP and WebSockets.
@NullMarked
package ru.garnitura.backoffice;

import org.jspecify.annotations.NullMarked;
