/// Fulfils the outbox's port: batches of actions over HTTP. Imports `rest` and `outbox`.
@NullMarked
package ru.garnitura.desktop.link.actions;

import org.jspecify.annotations.NullMarked;
