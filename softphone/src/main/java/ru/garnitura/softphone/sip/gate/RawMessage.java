package ru.garnitura.softphone.sip.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A SIP message as it stands on the wire: first line, header lines put together again, and how long its body is.
///
/// @param flaws  what is wrong with its lines
/// @param extent where its parts end
record RawMessage(String firstLine, List<Field> fields, Flaws flaws, Extent extent) {

    private static final Pattern HEADER = Pattern.compile("([\\p{Alnum}.!%*_+`'~-]+)[ \t]*:(.*)", Pattern.DOTALL);
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
    /// Possessive, so that a field of thousands of folds is walked in a loop: a group that may give back is matched by
    /// recursion, and its depth is the sender's to choose.
    private static final Pattern TOP_VIA =
            Pattern.compile("(?im)^(?:via|v)[ \t]*+:[^,\r\n]*+(?:\r?\n[ \t]++[^,\r\n]*+)*+");
    private static final Pattern BRANCH = Pattern.compile("(?i);\\s*branch\\s*=\\s*[^;,\\s]+");
    private static final Pattern LINE = Pattern.compile("\r?\n");
    private static final Map<String, String> COMPACT = Map.of("i", "call-id", "m", "contact", "e", "content-encoding",
            "l", "content-length", "c", "content-type", "f", "from", "s", "subject", "k", "supported", "t", "to",
            "v", "via");

    /// Offsets and lengths in octets.
    ///
    /// @param branchEnd behind the branch of the topmost Via; -1 where it has none
    /// @param headEnd   behind the blank line
    /// @param body      what follows it
    record Extent(int branchEnd, int headEnd, int body) {
    }

    /// What is wrong with the lines.
    ///
    /// @param noHeader   a header line is none
    /// @param loneReturn a carriage return without its line feed: the parser would begin another header there
    record Flaws(boolean noHeader, boolean loneReturn) {

        boolean none() {
            return !noHeader && !loneReturn;
        }
    }

    /// One header; the name in lower case and in full.
    record Field(String name, String value) {
    }

    static RawMessage of(byte[] data, int length) {
        String text = new String(data, 0, length, StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < length && (text.charAt(start) == '\r' || text.charAt(start) == '\n')) {
            start++;
        }
        int headEnd = headEnd(text, start);
        String head = text.substring(start, headEnd);
        return parse(head, new Extent(branchEnd(head, start), headEnd, length - headEnd));
    }

    /// Behind the first empty line, however it and the one before it end.
    private static int headEnd(String text, int start) {
        int feed = text.indexOf('\n', start);
        while (feed >= 0) {
            int next = text.startsWith("\r", feed + 1) ? feed + 2 : feed + 1;
            if (text.startsWith("\n", next)) {
                return next + 1;
            }
            feed = text.indexOf('\n', feed + 1);
        }
        return text.length();
    }

    private static int branchEnd(String head, int start) {
        Matcher via = TOP_VIA.matcher(head);
        if (!via.find()) {
            return -1;
        }
        Matcher branch = BRANCH.matcher(via.group());
        return branch.find() ? start + via.start() + branch.end() : -1;
    }

    private static RawMessage parse(String head, Extent extent) {
        String[] lines = LINE.split(FOLD.matcher(head).replaceAll(" "), -1);
        List<Field> fields = new ArrayList<>();
        boolean broken = false;
        boolean loneReturn = lines[0].indexOf('\r') >= 0;
        for (int i = 1; i < lines.length; i++) {
            Matcher header = HEADER.matcher(lines[i]);
            loneReturn |= lines[i].indexOf('\r') >= 0;
            if (header.matches()) {
                String name = header.group(1).toLowerCase(Locale.ROOT);
                fields.add(new Field(COMPACT.getOrDefault(name, name), header.group(2).strip()));
            } else {
                broken |= !lines[i].isEmpty();
            }
        }
        return new RawMessage(lines[0], fields, new Flaws(broken, loneReturn), extent);
    }

    List<String> values(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
    }

    Optional<String> value(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst();
    }
}
