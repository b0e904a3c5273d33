/// The editors' desk over HTTP: list, write, preview, publish, withdraw and history of articles, and the page for it.
///
/// Virtual threads. Imports `kb`, `signin`, `store`, `web`; the only package that imports commonmark.
@NullMarked
package ru.garnitura.backoffice.editing;

import org.jspecify.annotations.NullMarked;
