/// The offline knowledge base's one wiring class and what it needs from the desktop. May import every package of the
/// feature; nothing in the feature imports it.
@NullMarked
package ru.garnitura.kb;

import org.jspecify.annotations.NullMarked;
