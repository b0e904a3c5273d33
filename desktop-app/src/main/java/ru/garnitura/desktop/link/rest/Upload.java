package ru.garnitura.desktop.link.rest;

import java.io.IOException;
import java.io.OutputStream;

/// Bytes to be sent, written as they go; written anew where the request is sent once more.
///
/// @param type  media type
/// @param bytes exactly so many are written
public record Upload(String type, long bytes, Writer writer) {

    /// Writes all of it.
    @FunctionalInterface
    public interface Writer {

        void writeTo(OutputStream out) throws IOException;
    }
}
