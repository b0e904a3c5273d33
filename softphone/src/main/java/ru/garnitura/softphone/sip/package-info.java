/// The port to signaling fulfilled with JAIN-SIP: registration, INVITE both ways, dialogs, in small files by verb.
/// JAIN-SIP's threads only hand over; everything else runs on the signaling lane, name resolution on the I/O lane.
/// The one family of packages that may import `javax.sip` and `gov.nist`. Imports `call`.
@NullMarked
package ru.garnitura.softphone.sip;

import org.jspecify.annotations.NullMarked;
