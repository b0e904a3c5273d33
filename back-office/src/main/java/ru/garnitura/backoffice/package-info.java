/// The reference server: options, wiring and start. Every other package is one use case.
///
/// Work runs on virtual threads, straight-line and blocking; writes are serialised by the store. Imports all packages
/// below it and is imported by none.
@NullMarked
package ru.garnitura.backoffice;

import org.jspecify.annotations.NullMarked;
