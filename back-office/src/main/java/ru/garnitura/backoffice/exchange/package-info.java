/// The whole base in and out: a folder or zip of Markdown and HTML with its attachments, or a file of JSON lines.
///
/// Virtual threads. Imports `blobs`, `kb`, `signin`, `store`, `web`; the only package that imports jsoup.
@NullMarked
package ru.garnitura.backoffice.exchange;

import org.jspecify.annotations.NullMarked;
