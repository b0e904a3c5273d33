package ru.garnitura.backoffice.sockets;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A frame was not accepted.
///
/// @param of the kind of frame it was
/// @param retryAfter seconds
/// @param key the message's key
public record ErrorFrame(
        String code, @Nullable String of, @Nullable Integer retryAfter, @Nullable String key) {

    @JsonProperty("t")
    public String t() {
        return "error";
    }
}
