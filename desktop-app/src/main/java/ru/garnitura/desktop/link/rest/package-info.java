/// HTTP to the back office: requests with a total deadline, bounded answers, problems as values, tokens with a single
/// refresh, and the server's time. Blocking, on virtual threads; nothing here throws for what a network or a server does.
/// The only room besides `events` that imports OkHttp, which no public signature shows.
@NullMarked
package ru.garnitura.desktop.link.rest;

import org.jspecify.annotations.NullMarked;
