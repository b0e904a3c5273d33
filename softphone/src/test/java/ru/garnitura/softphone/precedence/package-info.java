@NullMarked
package ru.garnitura.softphone.precedence;

import org.jspecify.annotations.NullMarked;
