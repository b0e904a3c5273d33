/// Checks other rooms use on their own words and pictures, and this room's tests.
@NullMarked
package ru.garnitura.assets;

import org.jspecify.annotations.NullMarked;
