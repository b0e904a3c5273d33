package ru.garnitura.softphone.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.softphone.call.MediaException;

/// Recordings on disk: sealed, whole or known not to be, and safe against changes.
class SealedSoundTest {

    private static final byte[] SOUND = "spoken words that nobody may read".getBytes(StandardCharsets.UTF_8);
    private static final int HEAD = 16;
    private static final int PIECE = 5 + 33 + 16;

    private final SecretKey key = new SecretKeySpec(new byte[32], "AES");
    private Path file = Path.of("");

    @BeforeEach
    void record(@TempDir Path folder) throws IOException {
        file = folder.resolve("call.rec");
        try (SealedSound sound = new SealedSound(file, key)) {
            for (int i = 0; i < 3; i++) {
                sound.append(SOUND, SOUND.length, i == 2);
            }
        }
    }

    private boolean unseal(SecretKey with) throws IOException {
        return SealedSound.unseal(file, with, new ByteArrayOutputStream());
    }

    @Test
    void comesBackWholeAndIsNotReadableOnDisk() throws IOException {
        byte[] wav = SealedSound.wav(file, key);
        assertThat(new String(wav, StandardCharsets.ISO_8859_1)).startsWith("RIFF").contains("WAVEfmt ")
                .endsWith("spoken words that nobody may read".repeat(3));
        assertThat(unseal(key)).isTrue();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("spoken");
    }

    @Test
    void aFileCutOffKeepsItsPiecesAndIsKnownNotToBeWhole() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), HEAD + 2 * PIECE + 11));
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        assertThat(SealedSound.unseal(file, key, rest)).isFalse();
        assertThat(rest.size()).isEqualTo(44 + 2 * SOUND.length);
    }

    @Test
    void anotherKeyOrAChangedFileIsRefused() throws IOException {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> unseal(new SecretKeySpec(other, "AES"))).isInstanceOf(MediaException.class);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {HEAD + 4, HEAD + 5, HEAD + PIECE + 20}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> unseal(key)).as("byte " + at).isInstanceOf(MediaException.class);
        }
    }

    @Test
    void swappedPiecesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, HEAD, swapped, HEAD + PIECE, PIECE);
        System.arraycopy(bytes, HEAD + PIECE, swapped, HEAD, PIECE);
        Files.write(file, swapped);
        assertThatThrownBy(() -> unseal(key)).isInstanceOf(MediaException.class);
    }
}
