/// The feature's wiring: `SessionsModule` takes what it needs of the desktop and gives views, verbs and observable
/// state. FX lane. Imports all rooms of the feature.
@NullMarked
package ru.garnitura.sessions;

import org.jspecify.annotations.NullMarked;
