/// What the operator sees of sessions: the list, the conversation, the customer's card, each a view over its
/// view-model. FX lane. Imports `session`, `chat`, `customer`, assets and JavaFX.
@NullMarked
package ru.garnitura.sessions.ui;

import org.jspecify.annotations.NullMarked;
