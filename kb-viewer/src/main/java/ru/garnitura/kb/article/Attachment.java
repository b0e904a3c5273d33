package ru.garnitura.kb.article;

/// A file beside an article, known by its content.
///
/// @param sha256 lower-case hexadecimal digest of the content
/// @param bytes  size of the content
/// @param type   media type as the back office says, not trusted
/// @param name   file name for people, not trusted as a path
public record Attachment(String sha256, long bytes, String type, String name) {
}
