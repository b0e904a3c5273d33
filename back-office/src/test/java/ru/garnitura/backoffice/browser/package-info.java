/// A real Chromium for the tests of pages.
@NullMarked
package ru.garnitura.backoffice.browser;

import org.jspecify.annotations.NullMarked;
