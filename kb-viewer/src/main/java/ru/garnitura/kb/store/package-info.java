/// The local copy of the base in H2. Called on I/O threads only, which are never interrupted. Imports `article` and
/// `java.sql`; no H2 type leaves it.
@NullMarked
package ru.garnitura.kb.store;

import org.jspecify.annotations.NullMarked;
