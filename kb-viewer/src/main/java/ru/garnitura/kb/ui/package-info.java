/// What the operator sees of the base. FX lane; searches and loads go to the I/O executor and come back as values.
/// The only package of the feature that imports JavaFX.
@NullMarked
package ru.garnitura.kb.ui;

import org.jspecify.annotations.NullMarked;
