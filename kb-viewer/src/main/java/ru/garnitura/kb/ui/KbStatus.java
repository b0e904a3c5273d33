package ru.garnitura.kb.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The base's condition for the top bar's lamp.
///
/// @param asOf     when the copy last equalled the back office's base; null before the first complete sync
/// @param articles articles in the copy
/// @param expected articles in the whole base while a snapshot is loading, -1 otherwise
/// @param words    the condition in the window's language, one short sentence
public record KbStatus(Light light, @Nullable Instant asOf, int articles, int expected, String words) {

    /// `FRESH` green, `LOADING` blue, `STALE` amber (served from the copy, the back office is away), `FAILED` red.
    public enum Light { FRESH, LOADING, STALE, FAILED }
}
