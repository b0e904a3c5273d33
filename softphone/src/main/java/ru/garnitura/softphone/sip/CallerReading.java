package ru.garnitura.softphone.sip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sip.message.Request;

import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.DialTarget;
import ru.garnitura.softphone.call.RemoteParty;

/// Reads from an INVITE who calls. All of it is the remote side's word: bounded, and free of control characters and
/// of the marks that reorder text. P-Asserted-Identity counts only from our own proxy (RFC 3325).
final class CallerReading {

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST_HEADERS = 16;
    private static final Pattern UNSEEMLY = Pattern.compile("[\\p{Cntrl}\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]");
    private static final Pattern NAME = Pattern.compile("^\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^<\"]*))\\s*<.*");
    private static final Pattern AFTER = Pattern.compile("(?i).*;\\s*answer-after\\s*=\\s*\"?(\\d{1,3})\\b.*");

    private final Request request;
    private final boolean fromProxy;

    CallerReading(Request request, boolean fromProxy) {
        this.request = request;
        this.fromProxy = fromProxy;
    }

    RemoteParty remote() {
        List<String> asserted = fromProxy ? Wording.values(request, "P-Asserted-Identity") : List.of();
        String party = asserted.isEmpty() ? Wording.value(request, "From") : asserted.getFirst();
        return new RemoteParty(nameIn(party), numberIn(party), bounded(SipDialog.uriIn(party), LONGEST_VALUE),
                !asserted.isEmpty(), hints());
    }

    /// Auto-answer as intercoms ask for it: Call-Info with answer-after, or Alert-Info; -1 where not asked.
    int answerAfterMs() {
        for (String info : Wording.values(request, "Call-Info")) {
            Matcher after = AFTER.matcher(info);
            if (after.matches()) {
                return Integer.parseInt(after.group(1)) * 1000;
            }
        }
        return Wording.values(request, "Alert-Info").stream()
                .anyMatch(info -> info.toLowerCase(Locale.ROOT).contains("alert-autoanswer")) ? 0 : -1;
    }

    private CallHints hints() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Iterator<?> names = request.getHeaderNames();
        while (names.hasNext() && headers.size() < MOST_HEADERS) {
            String name = names.next().toString();
            if (name.regionMatches(true, 0, "X-", 0, 2)) {
                headers.put(bounded(name, LONGEST_NAME), bounded(Wording.value(request, name), LONGEST_VALUE));
            }
        }
        String queue = headers.getOrDefault("X-Queue", "");
        String waited = headers.getOrDefault("X-Waited", "");
        headers.remove("X-Queue");
        headers.remove("X-Waited");
        int seconds = waited.matches("\\d{1,6}") ? Integer.parseInt(waited) : -1;
        return new CallHints(queue, seconds, continued(), diversions(),
                numberIn(Wording.value(request, "Referred-By")), headers);
    }

    /// Told by the header, or in the address by somebody who was sent here and could not carry the header.
    private String continued() {
        String header = interactionId(Wording.value(request, "User-to-User"));
        return header.isEmpty() ? ReferTarget.toldBy(SipDialog.uriIn(Wording.value(request, "To"))) : header;
    }

    /// Latest first. History-Info tells the whole way, oldest first, down to ourselves (RFC 7044); Diversion is written the
    /// other way round (RFC 5806).
    private List<String> diversions() {
        List<String> history = new ArrayList<>(numbers("History-Info").reversed());
        String ours = numberIn("<" + request.getRequestURI() + ">");
        if (!history.isEmpty() && history.getFirst().equals(ours)) {
            history.removeFirst();
        }
        return history.isEmpty() ? numbers("Diversion") : history;
    }

    private List<String> numbers(String header) {
        return Wording.values(request, header).stream().flatMap(line -> listed(line).stream())
                .limit(MOST_HEADERS).map(CallerReading::numberIn).filter(number -> !number.isEmpty()).toList();
    }

    /// The entries of a header that lists them by comma; none of those within quotes or angle brackets counts.
    static List<String> listed(String line) {
        List<String> entries = new ArrayList<>();
        boolean quoted = false;
        boolean bracketed = false;
        int begin = 0;
        for (int i = 0; i < line.length(); i++) {
            char mark = line.charAt(i);
            if (quoted && mark == '\\') {
                i++;
            } else if (mark == '"' && !bracketed) {
                quoted = !quoted;
            } else if (mark == '<' || mark == '>') {
                bracketed = !quoted && mark == '<';
            } else if (mark == ',' && !quoted && !bracketed) {
                entries.add(line.substring(begin, i));
                begin = i + 1;
            }
        }
        entries.add(line.substring(begin));
        return entries;
    }

    /// RFC 7433: the text itself, or its bytes in hex.
    static String interactionId(String userToUser) {
        String[] parts = userToUser.split(";", 2);
        String value = parts[0].strip().replaceAll("^\"|\"$", "");
        boolean hex = parts.length > 1 && parts[1].toLowerCase(Locale.ROOT).replace(" ", "").contains("encoding=hex");
        if (!hex) {
            return bounded(value, LONGEST_VALUE);
        }
        return value.matches("(?:[0-9a-fA-F]{2}){1,256}")
                ? bounded(new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8), LONGEST_VALUE) : "";
    }

    static String nameIn(String party) {
        Matcher name = NAME.matcher(party);
        if (!name.matches()) {
            return "";
        }
        String quoted = name.group(1);
        return bounded(quoted == null ? name.group(2).strip() : quoted.replaceAll("\\\\(.)", "$1"), LONGEST_NAME);
    }

    static String numberIn(String party) {
        String uri = SipDialog.uriIn(party);
        int colon = uri.indexOf(':');
        String rest = uri.substring(colon + 1);
        String user = rest.contains("@") ? rest.substring(0, rest.lastIndexOf('@'))
                : uri.regionMatches(true, 0, "tel:", 0, 4) ? rest : "";
        String bare = user.split(";", 2)[0];
        return bounded(DialTarget.normalise(unescaped(bare)), LONGEST_NAME);
    }

    private static String unescaped(String user) {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return user;
        }
    }

    private static String bounded(String text, int longest) {
        String clean = UNSEEMLY.matcher(text).replaceAll("");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
