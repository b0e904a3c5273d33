package ru.garnitura.sessions.planted.a;

import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.planted.b.Second;

public record First(@Nullable Second second) {
}
