/// Tests.
@NullMarked
package ru.garnitura.backoffice.chat;

import org.jspecify.annotations.NullMarked;
