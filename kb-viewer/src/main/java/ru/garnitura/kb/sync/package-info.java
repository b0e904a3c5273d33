/// Keeping the local copy equal to the back office's base, and telling editors what operators met. I/O threads.
/// Imports `article`, `store` and `index`; the network is behind [ru.garnitura.kb.sync.KbApi].
@NullMarked
package ru.garnitura.kb.sync;

import org.jspecify.annotations.NullMarked;
