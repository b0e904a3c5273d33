/// What happens at the desk: the operator's state, the screen pop at a ring, the wrap-up after a contact, the shift's
/// figures. FX lane unless said otherwise; what must be durable is handed to ports that work on the I/O lane.
/// Imports the features' public verbs, the outbox port and JavaFX properties; no nodes.
@NullMarked
package ru.garnitura.desktop.desk;

import org.jspecify.annotations.NullMarked;
