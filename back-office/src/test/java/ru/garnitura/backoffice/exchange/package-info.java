/// Tests.
@NullMarked
package ru.garnitura.backoffice.exchange;

import org.jspecify.annotations.NullMarked;
