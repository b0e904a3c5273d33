/// What an operator's desk is set up with, and the operator's state. Virtual threads; imports `signin`, `store`, `web`, `actions`.
@NullMarked
package ru.garnitura.backoffice.desk;

import org.jspecify.annotations.NullMarked;
