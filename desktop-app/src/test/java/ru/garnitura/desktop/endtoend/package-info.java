/// One customer served from ring to wrap-up, among peers that others wrote: kamailio, baresip, Chromium, PulseAudio.
@NullMarked
package ru.garnitura.desktop.endtoend;

import org.jspecify.annotations.NullMarked;
