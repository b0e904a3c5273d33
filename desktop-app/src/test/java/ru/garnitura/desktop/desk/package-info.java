/// Tests of the desk: state tables, screen pop, wrap-up.
@NullMarked
package ru.garnitura.desktop.desk;

import org.jspecify.annotations.NullMarked;
