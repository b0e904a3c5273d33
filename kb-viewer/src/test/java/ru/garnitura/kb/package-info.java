/// Articles of our own for the tests of all packages, and the wiring under test.
@NullMarked
package ru.garnitura.kb;

import org.jspecify.annotations.NullMarked;
