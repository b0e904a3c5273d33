/// Tests of the package of the same name.
@NullMarked
package ru.garnitura.kb.study;

import org.jspecify.annotations.NullMarked;
