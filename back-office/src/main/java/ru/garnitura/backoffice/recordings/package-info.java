/// Recordings of calls: which blob belongs to which interaction, and who may ask. Virtual threads; imports `actions`,
/// `signin`, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.recordings;

import org.jspecify.annotations.NullMarked;
