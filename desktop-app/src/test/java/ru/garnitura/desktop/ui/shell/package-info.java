/// Tests of the panes, and of the ring beside another program.
@NullMarked
package ru.garnitura.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
