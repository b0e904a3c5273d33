/// Tests of the local control interface over real sockets.
@NullMarked
package ru.garnitura.desktop.localapi;

import org.jspecify.annotations.NullMarked;
