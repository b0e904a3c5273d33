/// The local control interface: a softphone seen by programs on the same machine. Off by default.
/// Lane: Jetty's virtual threads; verbs go to the softphone, which crosses to the signaling lane itself.
/// Imports the softphone's calls, `desk`, Jackson and Jetty; Jetty nowhere else.
@NullMarked
package ru.garnitura.desktop.localapi;

import org.jspecify.annotations.NullMarked;
