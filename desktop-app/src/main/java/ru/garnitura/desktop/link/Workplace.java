package ru.garnitura.desktop.link;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Where one operator's things lie on this machine. Operators who share a machine share nothing in it; the folder's name
/// gives no login away.
public record Workplace(Path folder) {

    private static final int NAME_BYTES = 10;

    static Workplace of(Path data, String login) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(login.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return new Workplace(data.resolve("operators").resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Actions and drafts. Never dropped.
    public Path outbox() {
        return folder.resolve("outbox");
    }

    /// Cards and transcripts, encrypted; dropped where the key is lost.
    public Path privateCopy() {
        return folder.resolve("private");
    }

    /// Recordings of calls on their way, sealed.
    Path recordings() {
        return folder.resolve("recordings");
    }

    /// The knowledge base, as this operator may read it.
    public Path knowledgeBase() {
        return folder.resolve("kb");
    }
}
