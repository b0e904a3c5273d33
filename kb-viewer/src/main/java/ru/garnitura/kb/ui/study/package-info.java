/// The study room on screen: collections, search drills, questions. FX lane; the store and the record are asked on I/O
/// threads. Imports `kb.study` and the lanes of `kb.ui`.
@NullMarked
package ru.garnitura.kb.ui.study;

import org.jspecify.annotations.NullMarked;
