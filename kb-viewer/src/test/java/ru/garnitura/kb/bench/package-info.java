/// Measures the search against judged queries and against SQLite FTS5, through the real store and index. Not a test: run
/// by `./bench search`. May import every package of the feature but `ui`.
@NullMarked
package ru.garnitura.kb.bench;

import org.jspecify.annotations.NullMarked;
