/// Fixtures and tests of `softphone.media.session`.
@NullMarked
package ru.garnitura.softphone.media.session;

import org.jspecify.annotations.NullMarked;
