/// The softphone's one wiring class. Imports every package below it; nothing below imports it.
@NullMarked
package ru.garnitura.softphone;

import org.jspecify.annotations.NullMarked;
