/// Articles as values, and their Markdown as blocks. Any thread: everything here is immutable. Imports commonmark inside
/// the parser alone, nothing else outside the JDK.
@NullMarked
package ru.garnitura.kb.article;

import org.jspecify.annotations.NullMarked;
