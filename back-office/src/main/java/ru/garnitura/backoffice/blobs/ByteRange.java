package ru.garnitura.backoffice.blobs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.garnitura.backoffice.web.Problem;
import ru.garnitura.backoffice.web.ProblemCode;

/// One range of bytes, both ends included (RFC 9110, 14.1.2).
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /// @return empty where the header asks for something else than one range: the whole is sent then
    /// @throws Problem `range_not_satisfiable`
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = ONE.matcher(header.trim());
        if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        ByteRange range = matcher.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(matcher.group(2))), size - 1)
                : new ByteRange(Long.parseLong(matcher.group(1)), end(matcher.group(2), size));
        if (range.first > range.last || range.first >= size) {
            throw new Problem(ProblemCode.RANGE_NOT_SATISFIABLE);
        }
        return Optional.of(range);
    }

    private static long end(String text, long size) {
        return text.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(text));
    }
}
