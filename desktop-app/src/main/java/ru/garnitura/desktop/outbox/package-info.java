/// The one way out for everything durable: actions are written here before the window says "queued", and drafts are
/// kept here. Lane: any virtual thread; H2 is never interrupted. Imports the JDK, H2 through JDBC and Jackson.
@NullMarked
package ru.garnitura.desktop.outbox;

import org.jspecify.annotations.NullMarked;
