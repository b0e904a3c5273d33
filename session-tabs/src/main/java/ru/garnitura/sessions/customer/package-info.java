/// The customer's card and history: what the operator may know, from the local copy first, then from the back office.
/// Records; the port and the local copy are called on the I/O lane. Imports `session` and, in the H2 adapter alone,
/// JDBC.
@NullMarked
package ru.garnitura.sessions.customer;

import org.jspecify.annotations.NullMarked;
