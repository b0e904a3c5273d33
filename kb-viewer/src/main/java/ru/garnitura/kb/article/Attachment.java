package ru.garnitura.kb.article;

/// A file beside an article, known by its content.
///
/// @param sha256 lower-case hexadecimal digest of the content
/// @param bytes  size of the content
/// @param type   media type as the back office says, not trusted
/// @param name   file name for people, not trusted as a path
public record Attachment(String sha256, long bytes, String type, String name) {

    private static final int MAX_NAME = 200;

    public Attachment {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
        type = Bounds.line(type, MAX_NAME);
        name = Bounds.line(name, MAX_NAME);
    }
}
