/// Digest access authentication for SIP (RFC 3261 section 22, RFC 8760): client and server side as plain text in, plain
/// text out. Any one lane at a time. Imports nothing outside the JDK.
@NullMarked
package ru.garnitura.softphone.sip.digest;

import org.jspecify.annotations.NullMarked;
