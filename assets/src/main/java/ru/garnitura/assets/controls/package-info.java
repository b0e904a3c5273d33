/// Small controls that every room uses. They hold no state of the product and know no texts: words come in as
/// observable values. FX lane; imports JavaFX and `ru.garnitura.assets`.
@NullMarked
package ru.garnitura.assets.controls;

import org.jspecify.annotations.NullMarked;
