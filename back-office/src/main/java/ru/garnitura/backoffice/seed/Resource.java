package ru.garnitura.backoffice.seed;

import java.io.IOException;
import java.io.InputStream;
import ru.garnitura.backoffice.web.Json;

/// JSON files under `seed/`.
final class Resource {

    private Resource() {}

    static <T> T read(String name, Class<T> type) throws IOException {
        try (InputStream in = Resource.class.getResourceAsStream("/seed/" + name)) {
            if (in == null) {
                throw new IOException("resource seed/" + name + " is missing");
            }
            return Json.read(in.readAllBytes(), type);
        }
    }
}
