package ru.garnitura.softphone.sip.gate;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Looks at each message before the parser does, a datagram or one of a connection. The thread that receives it.
public final class DatagramGate {

    /// Nothing that serves us is larger, and the parser's work grows with it.
    private static final int LARGEST = 16_384;
    /// Folds and the body's lines among them.
    private static final int MOST_LINES = 1_024;
    private static final int MOST_FIELDS = 128;
    private static final int LONGEST_FIELD = 8_192;
    private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 [1-6]\\d\\d(?: .*)?");
    private static final Pattern SEQUENCE = Pattern.compile("(\\d{1,12})\\s+\\S+");

    private final SourceLimiter limiter;

    public DatagramGate(SourceLimiter limiter) {
        this.limiter = limiter;
    }

    /// Judges by form alone; what the request wants is judged later.
    public Verdict judge(byte[] data, int length, InetSocketAddress source) {
        if (length > LARGEST || lines(data, length) > MOST_LINES) {
            return new Verdict.Drop(Verdict.Reason.TOO_LARGE);
        }
        if (blank(data, length)) {
            return new Verdict.Drop(Verdict.Reason.KEEP_ALIVE);
        }
        if (!limiter.admits(source, deed(data, length))) {
            return new Verdict.Drop(Verdict.Reason.TOO_MANY);
        }
        RawMessage message = RawMessage.of(data, length);
        if (message.fields().size() > MOST_FIELDS
                || message.fields().stream().anyMatch(field -> field.value().length() > LONGEST_FIELD)) {
            return new Verdict.Drop(Verdict.Reason.TOO_LARGE);
        }
        if (message.firstLine().startsWith("SIP/")) {
            return response(message);
        }
        return message.firstLine().contains("SIP/") ? request(message, source)
                : new Verdict.Drop(Verdict.Reason.NO_SIP);
    }

    /// How long the body is that follows a head; 0 where it does not say, empty where it says so badly.
    public static OptionalInt bodyLength(byte[] head) {
        String text = RawMessage.of(head, head.length).value("content-length").orElse("0");
        return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Verdict response(RawMessage response) {
        var sequence = SEQUENCE.matcher(response.value("cseq").orElse(""));
        boolean good = STATUS.matcher(response.firstLine()).matches() && sequence.matches()
                && Long.parseLong(sequence.group(1)) <= Integer.MAX_VALUE && response.value("via").isPresent()
                && !response.flaws().loneReturn();
        return good ? new Verdict.Pass(length(response), -1, "") : new Verdict.Drop(Verdict.Reason.BROKEN_RESPONSE);
    }

    private static Verdict request(RawMessage request, InetSocketAddress source) {
        Optional<Integer> refusal = RequestCheck.refusal(request);
        if (refusal.isEmpty()) {
            return new Verdict.Pass(length(request), request.extent().branchEnd(), BranchMark.of(request));
        }
        if (request.firstLine().startsWith("ACK ")) {
            return new Verdict.Drop(Verdict.Reason.BROKEN_ACK);
        }
        return request.value("via").isEmpty() ? new Verdict.Drop(Verdict.Reason.NO_WAY_BACK)
                : new Verdict.Refuse(Answer.to(request, refusal.get(), source), Answer.port(request, source));
    }

    /// Octets after the body are none of it (RFC 3261, section 18.3).
    private static int length(RawMessage message) {
        int body = message.value("content-length").filter(text -> text.matches("\\d{1,9}")).map(Integer::parseInt)
                .orElse(message.extent().body());
        return message.extent().headEnd() + Math.min(body, message.extent().body());
    }

    private static SourceLimiter.Deed deed(byte[] data, int length) {
        return startsWith(data, length, "INVITE ") ? SourceLimiter.Deed.INVITE
                : startsWith(data, length, "ACK ") ? SourceLimiter.Deed.ACK
                : startsWith(data, length, "SIP/") ? SourceLimiter.Deed.RESPONSE : SourceLimiter.Deed.REQUEST;
    }

    private static int lines(byte[] data, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += data[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static boolean blank(byte[] data, int length) {
        for (int i = 0; i < length; i++) {
            if (data[i] != '\r' && data[i] != '\n' && data[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] data, int length, String word) {
        if (length < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (data[i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
