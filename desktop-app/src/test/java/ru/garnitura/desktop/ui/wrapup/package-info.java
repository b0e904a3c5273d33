/// Tests of the wrap-up form.
@NullMarked
package ru.garnitura.desktop.ui.wrapup;

import org.jspecify.annotations.NullMarked;
