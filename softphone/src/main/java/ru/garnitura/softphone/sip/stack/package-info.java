/// JAIN-SIP as we want it: settings, its logging through slf4j, its routing by addresses resolved beforehand. Called on
/// JAIN-SIP's threads as well as the signaling lane. Imports the vendor, slf4j, the gate and the watchdog.
@NullMarked
package ru.garnitura.softphone.sip.stack;

import org.jspecify.annotations.NullMarked;
