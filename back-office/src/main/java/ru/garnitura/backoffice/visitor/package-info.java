/// Customers' side of a chat: visits, their socket and the chat page itself. Imports `chat`, `customers`, `events`
/// for the sending half of a socket, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.visitor;

import org.jspecify.annotations.NullMarked;
