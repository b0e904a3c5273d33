/// The sending half of a WebSocket and what both sockets of the contract share. Thread-safe; imports `web` and Jetty's
/// WebSocket API.
@NullMarked
package ru.garnitura.backoffice.sockets;

import org.jspecify.annotations.NullMarked;
