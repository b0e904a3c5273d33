/// The desktop's only way to the back office: HTTP, tokens and the one event socket. [BackOfficeLink] is the wiring class;
/// it signs an operator in and opens a [DeskLink], which fulfils the ports of the features. Verbs block and belong on
/// virtual threads; listeners are called on the link's threads and only hand over. Imports its own rooms, `outbox` and
/// the features' ports; OkHttp stays inside `rest` and `events`.
@NullMarked
package ru.garnitura.desktop.link;

import org.jspecify.annotations.NullMarked;
