/// Tests of digest authentication.
@NullMarked
package ru.garnitura.softphone.sip.digest;

import org.jspecify.annotations.NullMarked;
