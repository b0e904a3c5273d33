/// Tests of the package of the same name.
@NullMarked
package ru.garnitura.kb.sync;

import org.jspecify.annotations.NullMarked;
