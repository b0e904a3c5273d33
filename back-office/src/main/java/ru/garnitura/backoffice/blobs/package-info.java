/// Files by their SHA-256, with ranges. Virtual threads; imports `signin`, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.blobs;

import org.jspecify.annotations.NullMarked;
