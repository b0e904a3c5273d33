/// Tests of the package of the same name.
@NullMarked
package ru.garnitura.kb.index;

import org.jspecify.annotations.NullMarked;
