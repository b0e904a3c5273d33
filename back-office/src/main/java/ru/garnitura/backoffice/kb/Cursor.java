package ru.garnitura.backoffice.kb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// How far a reader is. Opaque to readers.
///
/// @param seq the commit up to which the reader has everything, or at which its snapshot began
/// @param afterId in a snapshot, the last id sent; empty in a delta
record Cursor(Mode mode, String epoch, long seq, String afterId) {

    enum Mode {
        SNAPSHOT,
        DELTA
    }

    static Cursor delta(String epoch, long seq) {
        return new Cursor(Mode.DELTA, epoch, seq, "");
    }

    static Cursor snapshot(String epoch, long seq, String afterId) {
        return new Cursor(Mode.SNAPSHOT, epoch, seq, afterId);
    }

    String encode() {
        String text = (mode == Mode.DELTA ? "c" : "s") + "." + epoch + "." + seq + "." + afterId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Problem `bad_request`
    static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\.", 4);
            if (parts.length == 4 && (parts[0].equals("c") || parts[0].equals("s"))) {
                Mode mode = parts[0].equals("c") ? Mode.DELTA : Mode.SNAPSHOT;
                return new Cursor(mode, parts[1], Long.parseLong(parts[2]), parts[3]);
            }
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemCode.BAD_REQUEST, e);
        }
        throw new Problem(ProblemCode.BAD_REQUEST);
    }
}
