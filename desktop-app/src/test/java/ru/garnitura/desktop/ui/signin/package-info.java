/// Tests of the sign-in view.
@NullMarked
package ru.garnitura.desktop.ui.signin;

import org.jspecify.annotations.NullMarked;
