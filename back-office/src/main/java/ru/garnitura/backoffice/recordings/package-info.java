/// Recordings of calls: which belongs to which interaction, their sound, and who may hear it. Virtual threads; imports
/// `actions`, `blobs`, `signin`, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.recordings;

import org.jspecify.annotations.NullMarked;
