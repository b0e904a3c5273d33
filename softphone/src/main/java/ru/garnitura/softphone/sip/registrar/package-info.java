/// A small registrar and stateless proxy for the stand and for tests: digest, bindings in memory, one thread of its
/// own. Not part of the desktop, which knows it only by its address. Imports JAIN-SIP's parser and `sip.digest`.
@NullMarked
package ru.garnitura.softphone.sip.registrar;

import org.jspecify.annotations.NullMarked;
