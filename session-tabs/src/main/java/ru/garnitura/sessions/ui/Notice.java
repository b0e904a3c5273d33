package ru.garnitura.sessions.ui;

/// What the operator must know of the conversation shown, most important first.
enum Notice { DISK, LINE_DOWN, GAP, ENDED, NONE }
