/// JAIN-SIP's threads, and what they outlive.
@NullMarked
package ru.garnitura.softphone.sip.stack;

import org.jspecify.annotations.NullMarked;
