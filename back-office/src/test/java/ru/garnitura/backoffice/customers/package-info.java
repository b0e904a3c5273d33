/// Tests.
@NullMarked
package ru.garnitura.backoffice.customers;

import org.jspecify.annotations.NullMarked;
