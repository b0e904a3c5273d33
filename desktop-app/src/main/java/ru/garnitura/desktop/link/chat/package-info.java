/// Fulfils the ports of `session-tabs` for chats and drafts: events come through the socket, everything durable goes
/// through the outbox. Imports `events`, `rest`, `outbox` and the feature's ports.
@NullMarked
package ru.garnitura.desktop.link.chat;

import org.jspecify.annotations.NullMarked;
