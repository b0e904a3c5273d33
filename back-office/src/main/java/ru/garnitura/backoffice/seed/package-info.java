/// Invented data worth showing: operators, customers with years of history, articles. Runs once, on an empty store.
@NullMarked
package ru.garnitura.backoffice.seed;

import org.jspecify.annotations.NullMarked;
