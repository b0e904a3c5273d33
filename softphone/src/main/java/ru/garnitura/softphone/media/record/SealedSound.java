package ru.garnitura.softphone.media.record;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import ru.garnitura.softphone.call.MediaException;

/// A file of encrypted pieces of sound: eight letters, eight random bytes, then pieces of AES-GCM with their length
/// before them. Each piece is bound to its place, and the last says so: pieces cannot be swapped or dropped unseen, and a
/// file that a crash cut off loses its last piece alone. A thread that may wait for the disk.
public final class SealedSound implements AutoCloseable {

    /// Samples per second of each side.
    public static final int RATE = 16_000;

    private static final byte[] MAGIC = "GARNREC1".getBytes(StandardCharsets.US_ASCII);
    private static final int PREFIX = 8;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 1 << 20;
    private static final int WAV_HEADER = 44;

    private final FileChannel file;
    private final SecretKey key;
    private final byte[] prefix = new byte[PREFIX];
    private int pieces;

    /// @throws MediaException naming the file when it cannot be written
    SealedSound(Path path, SecretKey key) {
        this.key = key;
        new SecureRandom().nextBytes(prefix);
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            write(ByteBuffer.allocate(MAGIC.length + PREFIX).put(MAGIC).put(prefix).flip());
        } catch (IOException unwritable) {
            throw new MediaException("cannot record to " + path, unwritable);
        }
    }

    /// Appends a piece.
    ///
    /// @param last nothing follows
    void append(byte[] sound, int length, boolean last) throws IOException {
        byte[] sealed = seal(key, new Place(prefix, pieces++, last), sound, length);
        write(ByteBuffer.allocate(5 + sealed.length).putInt(sealed.length).put((byte) (last ? 1 : 0)).put(sealed).flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /// Puts what was appended on the disk itself: after a power cut no more than what came later is missing.
    void force() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Where a piece belongs.
    @SuppressWarnings("ArrayRecordComponent")
    private record Place(byte[] prefix, int number, boolean last) {

        Cipher cipher(int mode, SecretKey key) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = ByteBuffer.allocate(12).put(prefix).putInt(number).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
            return cipher;
        }
    }

    private static byte[] seal(SecretKey key, Place place, byte[] sound, int length) {
        try {
            return place.cipher(Cipher.ENCRYPT_MODE, key).doFinal(sound, 0, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM refuses to encrypt", impossible);
        }
    }

    /// Writes a recording as a stereo WAV file: left the operator, right the other side.
    ///
    /// @return whether it is whole; a crash while recording leaves one that is not
    /// @throws MediaException when the key is another one, or the file was changed
    public static boolean unseal(Path path, SecretKey key, OutputStream wav) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            byte[] start = in.readNBytes(MAGIC.length + PREFIX);
            if (start.length < MAGIC.length + PREFIX || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
                throw new MediaException("not a recording: " + path);
            }
            wav.write(header((int) Math.min(Integer.MAX_VALUE - WAV_HEADER, soundBytes(path))));
            return pieces(in, key, Arrays.copyOfRange(start, MAGIC.length, start.length), wav);
        }
    }

    private static boolean pieces(DataInputStream in, SecretKey key, byte[] prefix, OutputStream wav) throws IOException {
        boolean last = false;
        for (int number = 0; !last; number++) {
            byte[] head = in.readNBytes(5);
            int length = head.length < 5 ? 0 : ByteBuffer.wrap(head).getInt();
            byte[] sealed = length > 0 && length <= LONGEST ? in.readNBytes(length) : new byte[0];
            if (sealed.length < Math.max(1, length)) {
                return false;
            }
            last = head[4] == 1;
            wav.write(open(key, new Place(prefix, number, last), sealed));
        }
        return true;
    }

    private static byte[] open(SecretKey key, Place place, byte[] sealed) {
        try {
            return place.cipher(Cipher.DECRYPT_MODE, key).doFinal(sealed);
        } catch (GeneralSecurityException forged) {
            throw new MediaException("a recording's key is another one, or it was changed", forged);
        }
    }

    /// How much sound a recording holds, in bytes of 16-bit stereo; needs no key.
    public static long soundBytes(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long sound = 0;
            long at = (long) MAGIC.length + PREFIX;
            ByteBuffer head = ByteBuffer.allocate(5);
            while (channel.read(head.clear(), at) == head.capacity()) {
                int length = head.flip().getInt();
                at += (long) head.capacity() + length;
                if (length < TAG_BITS / 8 || length > LONGEST || at > channel.size()) {
                    break;
                }
                sound += (long) length - TAG_BITS / 8;
            }
            return sound;
        }
    }

    private static byte[] header(int bytes) {
        ByteBuffer header = ByteBuffer.allocate(WAV_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(bytes + WAV_HEADER - 8);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 2);
        header.putInt(RATE).putInt(RATE * 4).putShort((short) 4).putShort((short) 16);
        return header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes).array();
    }

    /// Reads a whole recording into memory.
    ///
    /// @throws MediaException as [#unseal]
    public static byte[] wav(Path path, SecretKey key) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            unseal(path, key, out);
            return out.toByteArray();
        }
    }
}
