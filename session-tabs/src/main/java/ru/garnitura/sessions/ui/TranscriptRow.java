package ru.garnitura.sessions.ui;

import java.time.LocalDate;
import ru.garnitura.sessions.chat.ChatMessage;

/// A row of the transcript: one message, under the title of its day where it is the day's first.
record TranscriptRow(ChatMessage message, LocalDate day, boolean opensDay) {}
