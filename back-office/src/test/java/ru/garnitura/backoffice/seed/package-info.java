/// Tests.
@NullMarked
package ru.garnitura.backoffice.seed;

import org.jspecify.annotations.NullMarked;
