/// Fulfils the port of `session-tabs` for customers and their history. Imports `rest` and the feature's ports.
@NullMarked
package ru.garnitura.desktop.link.customers;

import org.jspecify.annotations.NullMarked;
