/// Tests.
@NullMarked
package ru.garnitura.backoffice.feedback;

import org.jspecify.annotations.NullMarked;
