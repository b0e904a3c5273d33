/// Articles, their delta with snapshots, long poll and tombstones, and what readers report about them.
///
/// Virtual threads. Imports `actions`, `signin`, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.kb;

import org.jspecify.annotations.NullMarked;
