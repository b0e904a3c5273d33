/// Recordings of calls on their way to the back office: sealed files in a folder, unsealed only while they are sent.
/// Any thread; the sender on a virtual thread of its own. Imports `rest`, `outbox` and the softphone's sealed sound.
@NullMarked
package ru.garnitura.desktop.link.recordings;

import org.jspecify.annotations.NullMarked;
