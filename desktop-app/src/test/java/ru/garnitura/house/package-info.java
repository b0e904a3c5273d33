/// The house rules as tests, and the violations planted to prove that each rule bites.
@NullMarked
package ru.garnitura.house;

import org.jspecify.annotations.NullMarked;
