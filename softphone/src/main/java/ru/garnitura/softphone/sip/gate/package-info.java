/// What stands before the SIP parser: a look at the raw datagram, the answers it deserves where it is broken, and a limit
/// for each source. Runs on the receiving thread, keeps little and allocates in proportion to the datagram. Imports the
/// JDK alone.
@NullMarked
package ru.garnitura.softphone.sip.gate;

import org.jspecify.annotations.NullMarked;
