package ru.garnitura.softphone.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.sip.message.Request;

/// Names a dialog to be replaced (RFC 3891), as seen by the one that is asked: `toTag` is its own.
record Replacement(String callId, String toTag, String fromTag, boolean earlyOnly) {

    private static final String HEADER = "Replaces";
    private static final Pattern PARAMETER = Pattern.compile("\\s*;\\s*");

    /// Our side of a dialog, for the one who shall take our place in it.
    static Replacement of(SipDialog dialog) {
        return new Replacement(dialog.ends().callId(), dialog.ends().remoteTag(), dialog.ends().localTag(), false);
    }

    /// Whether a request must be refused: a dialog is replaced by an INVITE alone (RFC 3891, section 3).
    static boolean isMisplacedIn(Request request) {
        return !request.getMethod().equals(Request.INVITE) && !Wording.values(request, HEADER).isEmpty();
    }

    /// Empty where an INVITE replaces nothing; a broken header names a dialog that nobody has.
    static Optional<Replacement> in(Request invite) {
        List<String> values = Wording.values(invite, HEADER);
        return values.isEmpty() ? Optional.empty() : Optional.of(parse(values.getFirst()));
    }

    static Replacement parse(String value) {
        String[] parts = PARAMETER.split(value.strip(), -1);
        String to = "";
        String from = "";
        boolean early = false;
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            switch (pair[0].strip().toLowerCase(Locale.ROOT)) {
                case "to-tag" -> to = pair.length > 1 ? pair[1].strip() : "";
                case "from-tag" -> from = pair.length > 1 ? pair[1].strip() : "";
                case "early-only" -> early = true;
                default -> { }
            }
        }
        return new Replacement(parts[0], to, from, early);
    }

    /// As a header value.
    String value() {
        return callId + ";to-tag=" + toTag + ";from-tag=" + fromTag;
    }
}
