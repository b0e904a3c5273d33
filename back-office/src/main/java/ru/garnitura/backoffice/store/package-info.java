/// The H2 database: transactions, rows and the schema. The only package that imports JDBC and H2.
///
/// Writes are serialised by one lock, reads run beside them. Imports nothing of the back office.
@NullMarked
package ru.garnitura.backoffice.store;

import org.jspecify.annotations.NullMarked;
