/// Planted violations of the house rules; see `ru.garnitura.house`.
@NullMarked
package ru.garnitura.softphone.planted;

import org.jspecify.annotations.NullMarked;
