package ru.garnitura.sessions.ui;

/// Whether what is written is safe.
enum DraftState { EMPTY, UNSAVED, SAVED }
