/// Which threads of this process the system lets run first. Imports nothing of ours.
@NullMarked
package ru.garnitura.softphone.precedence;

import org.jspecify.annotations.NullMarked;
