package ru.garnitura.sessions.planted.b;

import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.planted.a.First;

public record Second(@Nullable First first) {
}
