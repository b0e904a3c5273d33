/// The private database: chats on the desk and the local copy of cards, in one encrypted H2 file. I/O lane, blocking.
/// The only package here that speaks JDBC. Imports `chat`, `customer` and `session`.
@NullMarked
package ru.garnitura.sessions.store;

import org.jspecify.annotations.NullMarked;
