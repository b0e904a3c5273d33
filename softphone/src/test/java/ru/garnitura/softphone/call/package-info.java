/// Tests of calls, and the fakes that other modules' tests use.
@NullMarked
package ru.garnitura.softphone.call;

import org.jspecify.annotations.NullMarked;
