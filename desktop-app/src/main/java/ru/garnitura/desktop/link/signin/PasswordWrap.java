package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import ru.garnitura.desktop.link.rest.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The data key in a file, sealed by Argon2id of the sign-in password (RFC 9106). The file holds the costs it was made
/// with, so that they may grow; absurd ones are refused.
final class PasswordWrap implements KeyWrap {

    private static final String CONTEXT = "garnitura data key 1";
    private static final int SALT_BYTES = 16;

    private final PrivateFile file;
    private final Cost cost;

    /// What a guess costs.
    record Cost(int memoryKib, int passes) {

        /// One of OWASP's least for Argon2id (Password Storage, 2025), all of which cost a guess as much: 0.3 s. The one of
        /// 19 MiB and 2 passes has the collector copy its blocks twice in the middle of a start.
        static final Cost USUAL = new Cost(12 << 10, 3);
        private static final int MOST_KIB = 256 << 10;
        private static final int MOST_PASSES = 20;

        boolean isSane() {
            return memoryKib >= 8 && memoryKib <= MOST_KIB && passes >= 1 && passes <= MOST_PASSES;
        }
    }

    PasswordWrap(Path folder, Cost cost) {
        this.file = new PrivateFile(folder.resolve("key.json"));
        this.cost = cost;
    }

    @Override
    public boolean exists() {
        return Files.exists(file.path());
    }

    @Override
    public Optional<DataKey> open(char[] secret) throws IOException {
        Optional<byte[]> content = file.read();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode kept = Json.read(content.get());
            Cost then = new Cost(kept.required("memoryKib").asInt(), kept.required("passes").asInt());
            byte[] salt = bytes(kept, "salt");
            return then.isSane()
                    ? Sealing.open(stretched(secret, salt, then), bytes(kept, "sealed"), CONTEXT).map(DataKey::new)
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(DataKey key, char[] secret) throws IOException {
        byte[] salt = Sealing.random(SALT_BYTES);
        byte[] sealed = Sealing.seal(stretched(secret, salt, cost), key.bytes(), CONTEXT);
        String text = Json.object()
                .put("kdf", "argon2id")
                .put("memoryKib", cost.memoryKib())
                .put("passes", cost.passes())
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .put("sealed", Base64.getEncoder().encodeToString(sealed))
                .toString();
        file.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] stretched(char[] secret, byte[] salt, Cost cost) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] password = utf8(secret);
        byte[] key = new byte[DataKey.BYTES];
        generator.generateBytes(password, key);
        Arrays.fill(password, (byte) 0);
        return key;
    }

    private static byte[] utf8(char[] text) {
        ByteBuffer encoded = ByteBuffer.allocate(text.length * 3);
        StandardCharsets.UTF_8.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static byte[] bytes(JsonNode node, String name) {
        return Base64.getDecoder().decode(node.required(name).stringValue());
    }
}
