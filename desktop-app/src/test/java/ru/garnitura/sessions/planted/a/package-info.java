/// Planted violations of the house rules; see `ru.garnitura.house`.
@NullMarked
package ru.garnitura.sessions.planted.a;

import org.jspecify.annotations.NullMarked;
