package ru.garnitura.desktop.outbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/// Tells how many actions it finds, then queues actions and drafts as fast as it can, and tells the key of each once it
/// is said to be durable, until it is killed.
final class OutboxWriter {

    private OutboxWriter() {
    }

    public static void main(String[] args) throws IOException {
        try (var database = new OutboxDatabase(Path.of(args[0]));
                var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII)) {
            var outbox = new H2Outbox(database, InstantSource.system(), () -> { });
            var drafts = new H2Drafts(database);
            out.println(outbox.waiting());
            for (int i = 0; !out.checkError(); i++) {
                String key = outbox.enqueue("chat.send", "s-" + i % 7, "{\"text\":\"" + "x".repeat(i % 500) + "\"}");
                drafts.save(new StoredDraft("s-" + i % 7, key, i % 36));
                out.println(key);
            }
        }
    }
}
