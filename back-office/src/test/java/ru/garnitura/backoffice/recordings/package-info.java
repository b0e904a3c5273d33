/// Tests.
@NullMarked
package ru.garnitura.backoffice.recordings;

import org.jspecify.annotations.NullMarked;
