/// The one event socket: connected, noticed when dead, connected anew and resumed. Frames are decoded on the link's own
/// thread in the order they came; a socket's callback only enqueues. Imports `rest` and, inside one connection, OkHttp.
@NullMarked
package ru.garnitura.desktop.link.events;

import org.jspecify.annotations.NullMarked;
