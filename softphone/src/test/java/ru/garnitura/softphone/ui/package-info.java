/// Tests of the call bar on a scripted softphone.
@NullMarked
package ru.garnitura.softphone.ui;

import org.jspecify.annotations.NullMarked;
