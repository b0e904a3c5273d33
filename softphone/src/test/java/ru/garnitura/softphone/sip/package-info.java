/// Tests of signaling: pure ones, and calls over loopback against our own registrar and against real peers.
@NullMarked
package ru.garnitura.softphone.sip;

import org.jspecify.annotations.NullMarked;
