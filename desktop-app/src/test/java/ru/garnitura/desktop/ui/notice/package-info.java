/// Tests of the notices.
@NullMarked
package ru.garnitura.desktop.ui.notice;

import org.jspecify.annotations.NullMarked;
