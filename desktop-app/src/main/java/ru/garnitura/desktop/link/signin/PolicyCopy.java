package ru.garnitura.desktop.link.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.PolicyReader;
import ru.garnitura.desktop.link.rest.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The last policy the back office gave, encrypted, so that a desk opens without a network. It is kept as it came.
final class PolicyCopy {

    private static final String PURPOSE = "garnitura policy 1";

    private final PrivateFile file;

    PolicyCopy(Path folder) {
        this.file = new PrivateFile(folder.resolve("desk.bin"));
    }

    void keep(JsonNode policy, DataKey key) throws IOException {
        byte[] plain = policy.toString().getBytes(StandardCharsets.UTF_8);
        file.write(Sealing.seal(key.bytesFor(PURPOSE), plain, PURPOSE));
    }

    /// Empty where there is none, or none this key opens.
    Optional<DeskPolicy> open(DataKey key) throws IOException {
        try {
            return file.read()
                    .flatMap(sealed -> Sealing.open(key.bytesFor(PURPOSE), sealed, PURPOSE))
                    .map(plain -> PolicyReader.policy(Json.read(plain)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
