package ru.garnitura.backoffice.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.store.Store;

/// Files by their SHA-256, and what is known about them.
public final class Blobs {
    private final Store store;
    private final HashedFiles files;

    /// @throws IOException where the folder can't be made
    public Blobs(Store store, Path folder) throws IOException {
        this.store = store;
        this.files = new HashedFiles(folder);
    }

    /// What is known about a blob.
    public record Blob(String sha256, long bytes, String type) {}

    public Optional<Blob> find(String hash) {
        return store.read(tx -> tx.first(
                row -> new Blob(row.text("hash"), row.number("bytes"), row.text("type")),
                "SELECT * FROM blob WHERE hash = ?",
                hash));
    }

    /// @return whether it was not there before
    /// @throws ru.garnitura.backoffice.web.Problem `too_large` or `hash_mismatch`
    boolean put(String hash, String type, InputStream source) throws IOException {
        long bytes = files.store(hash, source, HashedFiles.MAX_BYTES);
        return store.write(tx -> {
            boolean unknown = tx.number("SELECT COUNT(*) AS n FROM blob WHERE hash = ?", hash) == 0;
            if (unknown) {
                tx.update("INSERT INTO blob(hash, bytes, type) VALUES(?, ?, ?)", hash, bytes, type);
            }
            return unknown;
        });
    }

    /// Takes a file in, once.
    ///
    /// @throws ru.garnitura.backoffice.web.Problem `too_large`
    public Blob add(Path file, String type) throws IOException {
        String hash = digest(file);
        Optional<Blob> there = find(hash);
        if (there.isPresent()) {
            return there.get();
        }
        try (InputStream in = Files.newInputStream(file)) {
            put(hash, type, in);
        }
        return new Blob(hash, Files.size(file), type);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Secrets.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// @param from first byte
    public InputStream open(String hash, long from) throws IOException {
        return files.open(hash, from);
    }
}
