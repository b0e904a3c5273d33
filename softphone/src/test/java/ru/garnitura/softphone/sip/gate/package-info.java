@NullMarked
package ru.garnitura.softphone.sip.gate;

import org.jspecify.annotations.NullMarked;
