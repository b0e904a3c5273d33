@NullMarked
package ru.garnitura.assets.controls;

import org.jspecify.annotations.NullMarked;
