package ru.garnitura.backoffice.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import ru.garnitura.backoffice.signin.Secrets;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// Files named by their SHA-256. A file is there whole or not at all.
public final class HashedFiles {
    /// Largest blob, bytes.
    static final long MAX_BYTES = 20L << 20;

    private static final int BUFFER = 1 << 16;
    private final Path folder;

    /// @throws IOException where the folder can't be made
    public HashedFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public Path path(String hash) {
        return folder.resolve(hash);
    }

    /// @param most bytes taken
    /// @return how many bytes were stored
    /// @throws Problem `too_large` or `hash_mismatch`; nothing is left behind
    public long store(String hash, InputStream source, long most) throws IOException {
        Path part = Files.createTempFile(folder, "in-", ".part");
        try {
            MessageDigest digest = Secrets.sha256();
            long bytes = copy(source, part, digest, most);
            if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
                throw new Problem(ProblemCode.HASH_MISMATCH);
            }
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(part, path(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long copy(InputStream source, Path part, MessageDigest digest, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw new Problem(ProblemCode.TOO_LARGE);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    /// @param from first byte
    public InputStream open(String hash, long from) throws IOException {
        InputStream in = Files.newInputStream(path(hash));
        try {
            in.skipNBytes(from);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
