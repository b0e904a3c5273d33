package ru.garnitura.desktop.link.recordings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import ru.garnitura.desktop.link.rest.Upload;
import ru.garnitura.softphone.media.record.SealedSound;

/// What a sealed file holds as a WAV. Never whole in memory, and never unsealed on disk.
///
/// @param sha256 of the WAV
/// @param bytes  of sound, without the header
/// @param whole  false where the recording was cut off
record RecordedSound(Path file, SecretKey key, String sha256, long bytes, boolean whole) {

    private static final int BYTES_PER_SECOND = SealedSound.RATE * 4;
    private static final int WAV_HEADER = 44;

    /// @throws ru.garnitura.softphone.call.MediaException when the key is another one, or the file was changed
    static RecordedSound of(Path file, SecretKey key) throws IOException {
        MessageDigest digest = digest();
        boolean whole;
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            whole = SealedSound.unseal(file, key, out);
        }
        return new RecordedSound(file, key, HexFormat.of().formatHex(digest.digest()), SealedSound.soundBytes(file), whole);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long seconds() {
        return bytes / BYTES_PER_SECOND;
    }

    Upload upload() {
        return new Upload("audio/wav", bytes + WAV_HEADER, out -> SealedSound.unseal(file, key, out));
    }
}
