/// Tests.
@NullMarked
package ru.garnitura.backoffice.editing;

import org.jspecify.annotations.NullMarked;
