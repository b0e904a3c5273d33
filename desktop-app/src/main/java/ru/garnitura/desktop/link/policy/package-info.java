/// What the back office sets a desk up with, as values. Any thread. Imports Jackson's tree in the reader alone.
@NullMarked
package ru.garnitura.desktop.link.policy;

import org.jspecify.annotations.NullMarked;
