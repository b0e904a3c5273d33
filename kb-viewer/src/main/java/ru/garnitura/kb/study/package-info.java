/// Learning the base: collections with their progress, search drills against the clock, questions about articles, and what
/// a trainee reached so far. Values without threads; the record is read and written on I/O threads. Imports `article` and
/// `store`.
@NullMarked
package ru.garnitura.kb.study;

import org.jspecify.annotations.NullMarked;
