/// What readers report: flags, words nothing was found for, and acknowledgements, as editors and leads see them.
///
/// Virtual threads. Imports `kb`, `signin`, `store`, `web`.
@NullMarked
package ru.garnitura.backoffice.feedback;

import org.jspecify.annotations.NullMarked;
