/// Tests of the package of the same name.
@NullMarked
package ru.garnitura.kb.article;

import org.jspecify.annotations.NullMarked;
