package ru.garnitura.softphone.sip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sip.message.Request;

/// Digits sent by INFO, as gateways without RFC 4733 do (`application/dtmf-relay`, `application/dtmf`).
final class InfoDigits {

    static final String TYPE = "application/dtmf-relay";
    private static final int LENGTH_MS = 160;
    private static final Pattern SIGNAL = Pattern.compile("(?i)\\s*(?:Signal\\s*=\\s*)?([0-9*#A-D])\\s*(?:\\R.*)?",
            Pattern.DOTALL);

    private InfoDigits() {
    }

    static String bodyOf(char digit) {
        return "Signal=" + digit + "\r\nDuration=" + LENGTH_MS + "\r\n";
    }

    static Optional<Character> digitIn(Request info) {
        String type = Wording.value(info, "Content-Type");
        if (!type.regionMatches(true, 0, "application/dtmf", 0, 16)) {
            return Optional.empty();
        }
        Matcher signal = SIGNAL.matcher(Wording.bodyOf(info));
        return signal.matches() ? Optional.of(Character.toUpperCase(signal.group(1).charAt(0))) : Optional.empty();
    }
}
