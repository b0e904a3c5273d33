/// Chat sessions: one gapless log each, who owns them, and the offers that bring them to operators.
///
/// Called inside store transactions; news leaves through [ChatFeed] after the commit. Imports `actions`, `customers`,
/// `desk`, `signin`, `store`.
@NullMarked
package ru.garnitura.backoffice.chat;

import org.jspecify.annotations.NullMarked;
