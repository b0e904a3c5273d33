/// What is given to support when a call went wrong, and nothing of people in it: a file for each of the last calls, and
/// the bundle that takes them together with the masked log. Calls are followed on the signaling lane, files are written
/// on the I/O lane. Imports `softphone.call`.
@NullMarked
package ru.garnitura.desktop.support;

import org.jspecify.annotations.NullMarked;
