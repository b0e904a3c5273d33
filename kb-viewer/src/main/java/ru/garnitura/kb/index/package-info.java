/// Full-text search over the local copy. Called on I/O threads only, which are never interrupted: a stale search is
/// discarded, not cancelled. Imports `article` and Lucene; no Lucene type leaves it.
@NullMarked
package ru.garnitura.kb.index;

import org.jspecify.annotations.NullMarked;
