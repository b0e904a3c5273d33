package ru.garnitura.kb.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import ru.garnitura.kb.article.Attachment;
import ru.garnitura.kb.article.KbException;

/// Attachments as files named by their content, so that no name from outside is ever a path. A file that is here is
/// whole and its digest is right. I/O threads.
public final class BlobFolder {

    private static final long LARGEST = 32L << 20;

    private final Path folder;

    /// @param folder absolute, created where missing
    public BlobFolder(Path folder) {
        this.folder = folder;
    }

    public Optional<Path> find(Attachment attachment) {
        return Optional.of(whole(attachment)).filter(Files::isRegularFile);
    }

    /// Whether it is still wanted: not here, and of a size worth keeping.
    public boolean lacks(Attachment attachment) {
        return attachment.bytes() <= LARGEST && find(attachment).isEmpty();
    }

    /// Receives what is missing of an attachment and checks it.
    ///
    /// @return whether it is whole now; a part stays for the next time, wrong bytes do not
    public boolean receive(Attachment attachment, Source source) {
        var part = folder.resolve(attachment.sha256() + ".part");
        try {
            Files.createDirectories(folder);
            var offset = Files.exists(part) ? Files.size(part) : 0;
            if (offset < attachment.bytes()) {
                try (var sink = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    source.write(offset, new BoundedStream(sink, attachment.bytes() - offset));
                }
            }
            return settle(attachment, part);
        } catch (IOException e) {
            throw new KbException("Receiving blob " + attachment.sha256(), e);
        }
    }

    private boolean settle(Attachment attachment, Path part) throws IOException {
        if (Files.size(part) < attachment.bytes()) {
            return false;
        }
        if (!digest(part).equals(attachment.sha256())) {
            Files.delete(part);
            return false;
        }
        Files.move(part, whole(attachment), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private Path whole(Attachment attachment) {
        return folder.resolve(attachment.sha256());
    }

    private static String digest(Path file) throws IOException {
        try (var stream = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Where the bytes come from.
    public interface Source {

        /// Writes what follows `offset` to `sink`, as far as it gets.
        void write(long offset, OutputStream sink) throws IOException;
    }
}
