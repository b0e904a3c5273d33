/// Customers, their cards, and the history of interactions over all channels.
///
/// Virtual threads. Imports `actions`, `signin`, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.customers;

import org.jspecify.annotations.NullMarked;
