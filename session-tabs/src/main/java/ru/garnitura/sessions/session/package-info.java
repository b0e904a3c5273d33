/// Sessions: one contact-centre conversation each, call or chat, and the list of those on the desk, ordered by who
/// waits longest. Immutable records; the list itself is confined to the FX lane. Imports nothing outside the JDK.
@NullMarked
package ru.garnitura.sessions.session;

import org.jspecify.annotations.NullMarked;
