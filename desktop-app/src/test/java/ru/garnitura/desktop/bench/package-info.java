/// Benchmarks behind `./bench`: each a main class that measures the product from outside and prints one report.
@NullMarked
package ru.garnitura.desktop.bench;

import org.jspecify.annotations.NullMarked;
