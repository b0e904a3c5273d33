/// Who sits at the desk: sign-in on line and off line, the key of the local copies, the remembered policy. Blocking, on
/// virtual threads. Imports `rest`, `policy`, Bouncy Castle inside the key vault alone.
@NullMarked
package ru.garnitura.desktop.link.signin;

import org.jspecify.annotations.NullMarked;
