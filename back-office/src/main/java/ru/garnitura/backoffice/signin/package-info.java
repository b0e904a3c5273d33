/// Who is there: operators, roles, passwords, tokens, and the guard in front of each call.
///
/// Virtual threads. Imports `store` and `web`.
@NullMarked
package ru.garnitura.backoffice.signin;

import org.jspecify.annotations.NullMarked;
