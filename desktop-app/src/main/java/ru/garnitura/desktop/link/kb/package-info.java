/// Fulfils the ports of `kb-viewer`: pages of articles over HTTP, feedback through the outbox. Imports `rest`, `outbox`
/// and the feature's ports.
@NullMarked
package ru.garnitura.desktop.link.kb;

import org.jspecify.annotations.NullMarked;
