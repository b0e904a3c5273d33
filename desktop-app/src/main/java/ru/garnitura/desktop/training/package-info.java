/// Simulated customers for trainees and the stand, in a process of their own: real calls on the softphone's core, real
/// chats through the public page protocol. Server and desktop know nothing of them.
/// Lanes: one virtual thread per simulated customer; the softphone's own lanes behind a call.
@NullMarked
package ru.garnitura.desktop.training;

import org.jspecify.annotations.NullMarked;
