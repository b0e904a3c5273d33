/// Tests of the package of the same name.
@NullMarked
package ru.garnitura.kb.ui.study;

import org.jspecify.annotations.NullMarked;
