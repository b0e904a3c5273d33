/// The events socket of an operator: hello, welcome, resume, acks, typing. Imports `chat`, `desk`, `signin`, `store`,
/// `web` and Jetty's WebSocket API.
@NullMarked
package ru.garnitura.backoffice.events;

import org.jspecify.annotations.NullMarked;
