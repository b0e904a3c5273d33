/// HTTP over Jetty: routes, exchanges, answers, problems (RFC 9457) and the JSON codec.
///
/// Virtual threads. The only package that imports Jetty's HTTP side; imports nothing of the back office.
@NullMarked
package ru.garnitura.backoffice.web;

import org.jspecify.annotations.NullMarked;
