/// Tests of the package of the same name.
@NullMarked
package ru.garnitura.kb.store;

import org.jspecify.annotations.NullMarked;
