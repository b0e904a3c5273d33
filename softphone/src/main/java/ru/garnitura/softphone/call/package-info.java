/// Calls as the operator knows them: the call state machine, the softphone's verbs, and the ports to signaling and
/// media. All mutable state lives on the signaling lane. Imports the JDK and slf4j alone.
@NullMarked
package ru.garnitura.softphone.call;

import org.jspecify.annotations.NullMarked;
