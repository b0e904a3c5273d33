/// Actions pushed by desktops, each with exactly one effect: key, payload hash and answer are kept in the effect's
/// own transaction.
///
/// Virtual threads. Imports `signin`, `store`, `web`; the effects themselves are given by other packages.
@NullMarked
package ru.garnitura.backoffice.actions;

import org.jspecify.annotations.NullMarked;
