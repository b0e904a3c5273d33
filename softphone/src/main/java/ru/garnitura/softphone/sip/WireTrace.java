package ru.garnitura.softphone.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import ru.garnitura.softphone.call.SignalingTrace;

/// Says of a message what support needs, by an allow-list: method or status, CSeq, which dialog (a hash), timers and the
/// codecs of its SDP. Numbers, names, addresses, texts and unknown headers are left out. Signaling lane; what is said is
/// made out behind the task that sent or received, so that no answer waits for it.
final class WireTrace {

    private static final List<String> TIMES = List.of("Session-Expires", "Min-SE", "Retry-After", "Expires", "Min-Expires");
    private static final Pattern NO_CAPITAL = Pattern.compile("[^A-Z]");
    private static final Pattern TIME = Pattern.compile("\\d{1,9}(?:;refresher=ua[cs])?");
    private static final Pattern CAUSE = Pattern.compile("(?i)(SIP|Q\\.850)\\s*;.*?cause=(\\d{1,3}).*");
    private static final Pattern CSEQ = Pattern.compile("(\\d{1,10})\\s+([A-Z]{1,20})");
    private static final Pattern MEDIA = Pattern.compile("(?m)^m=audio \\d+ ([A-Z/]{1,20})");
    private static final Pattern CODEC = Pattern.compile("(?m)^a=rtpmap:\\d+ ([A-Za-z0-9.-]{1,20}/\\d{1,6})");
    private static final Pattern DIRECTION = Pattern.compile("(?m)^a=(sendrecv|sendonly|recvonly|inactive)");
    private static final int NAME_BYTES = 4;

    private final SignalingTrace trace;
    private final Executor lane;

    WireTrace(SignalingTrace trace, Executor lane) {
        this.trace = trace;
        this.lane = lane;
    }

    void received(Message message) {
        note(false, message);
    }

    void sent(Message message) {
        note(true, message);
    }

    private void note(boolean outgoing, Message message) {
        lane.execute(() -> trace.note(outgoing, lineOf(message)));
    }

    static String lineOf(Message message) {
        String start = switch (message) {
            case Request request -> NO_CAPITAL.matcher(request.getMethod()).replaceAll("") + " ";
            case Response response -> response.getStatusCode() + " ";
            default -> "";
        };
        StringBuilder line = new StringBuilder(start);
        Matcher cseq = CSEQ.matcher(Wording.value(message, "CSeq").strip());
        if (cseq.matches()) {
            line.append(cseq.group(1)).append(message instanceof Response ? " " + cseq.group(2) : "");
        }
        line.append(" dialog=").append(nameOf(Wording.value(message, "Call-ID")));
        times(message, line);
        Matcher cause = CAUSE.matcher(Wording.value(message, "Reason"));
        if (cause.matches()) {
            line.append(" reason=").append(cause.group(1)).append('/').append(cause.group(2));
        }
        sdp(message, line);
        return line.toString();
    }

    private static void times(Message message, StringBuilder line) {
        for (String header : TIMES) {
            String value = Wording.value(message, header).strip();
            if (TIME.matcher(value).matches()) {
                line.append(' ').append(header).append('=').append(value);
            }
        }
    }

    private static void sdp(Message message, StringBuilder line) {
        byte[] content = message.getRawContent();
        if (content == null || !Wording.value(message, "Content-Type").contains("application/sdp")) {
            return;
        }
        String sdp = new String(content, StandardCharsets.UTF_8);
        Stream.of(MEDIA, CODEC, DIRECTION).flatMap(wanted -> wanted.matcher(sdp).results())
                .limit(12).forEach(found -> line.append(' ').append(found.group(1)));
    }

    private static String nameOf(String callId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(callId.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
