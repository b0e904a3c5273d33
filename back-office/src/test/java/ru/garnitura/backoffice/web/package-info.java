/// Tests.
@NullMarked
package ru.garnitura.backoffice.web;

import org.jspecify.annotations.NullMarked;
