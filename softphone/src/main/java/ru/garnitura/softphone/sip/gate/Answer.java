package ru.garnitura.softphone.sip.gate;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A response without a transaction (RFC 3261, section 8.2.7), made of what the request says of itself.
final class Answer {

    private static final int STANDARD_PORT = 5060;
    private static final Map<Integer, String> PHRASES = Map.of(400, "Bad Request", 505, "Version Not Supported");
    private static final Pattern SENT_BY_PORT = Pattern.compile(
            "(?i)SIP\\s*/\\s*2\\.0\\s*/\\s*\\w+\\s+(?:\\[[^\\]]*\\]|[^\\s:;,\\[]+)\\s*:\\s*(\\d{1,5}).*", Pattern.DOTALL);
    private static final Pattern RPORT = Pattern.compile("(?i);\\s*rport(?=\\s*[;,=]|\\s*$)(?:\\s*=\\s*\\d*)?");
    private static final List<String> COPIED = List.of("from", "to", "call-id", "cseq");

    private Answer() {
    }

    static String to(RawMessage request, int status, InetSocketAddress source) {
        StringBuilder text = new StringBuilder("SIP/2.0 ").append(status).append(' ').append(PHRASES.get(status))
                .append("\r\n");
        List<String> vias = request.values("via");
        for (int i = 0; i < vias.size(); i++) {
            text.append("Via: ").append(i == 0 ? stamped(vias.getFirst(), source) : vias.get(i)).append("\r\n");
        }
        for (String name : COPIED) {
            request.value(name).ifPresent(value -> text.append(heading(name)).append(": ").append(value)
                    .append(name.equals("to") && !value.toLowerCase(Locale.ROOT).contains("tag") ? ";tag=0" : "")
                    .append("\r\n"));
        }
        return text.append("Content-Length: 0\r\n\r\n").toString();
    }

    private static String heading(String name) {
        return switch (name) {
            case "call-id" -> "Call-ID";
            case "cseq" -> "CSeq";
            case "from" -> "From";
            default -> "To";
        };
    }

    /// Tells the sender how we see it (RFC 3581).
    private static String stamped(String via, InetSocketAddress source) {
        Matcher rport = RPORT.matcher(via);
        return rport.find() ? rport.replaceFirst(";rport=" + source.getPort()) + ";received="
                + source.getAddress().getHostAddress() : via;
    }

    static int port(RawMessage request, InetSocketAddress source) {
        String via = request.value("via").orElse("").split(",", 2)[0];
        if (RPORT.matcher(via).find()) {
            return source.getPort();
        }
        Matcher port = SENT_BY_PORT.matcher(via);
        int named = port.matches() ? Integer.parseInt(port.group(1)) : STANDARD_PORT;
        return named == 0 || named > 65_535 ? STANDARD_PORT : named;
    }
}
