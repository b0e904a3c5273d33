/// Chats: conversations in server order, drafts, transcripts, and the port to the events of the back office.
/// Conversations are confined to the FX lane, stores and the port's verbs to the I/O lane. Imports `session` and,
/// in the H2 adapters alone, JDBC.
@NullMarked
package ru.garnitura.sessions.chat;

import org.jspecify.annotations.NullMarked;
