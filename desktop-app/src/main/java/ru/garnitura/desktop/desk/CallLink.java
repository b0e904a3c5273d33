package ru.garnitura.desktop.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import ru.garnitura.softphone.call.DialTarget;

/// A `tel:` or `sip:` link that another program handed over. Whoever wrote it is unknown: nothing is called before the
/// operator has read the number and agreed, and what would do more than call is refused.
public sealed interface CallLink {

    /// Can be called.
    ///
    /// @param target as it will be dialled
    /// @param number as the operator reads it; a Russian one as `+7...`
    record Callable(String target, String number) implements CallLink {
    }

    /// Will not be called.
    record Refused(Reason reason) implements CallLink {
    }

    enum Reason {
        /// Not a telephone number, or no link at all.
        NO_NUMBER,
        /// A service code of the PBX, such as one that pauses a queue.
        SERVICE_CODE,
        /// Headers or parameters that would make more of it than a call.
        MORE_THAN_A_CALL
    }

    int LONGEST = 256;
    Pattern TEL = Pattern.compile("\\+?[0-9][0-9().\\s\u00a0\u2010-\u2013-]{0,40}");
    Pattern SIP = Pattern.compile("([\\p{Alnum}_.!~'+-]{1,64})@([\\p{Alnum}.-]{1,120}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    /// Understands a link; never throws.
    static CallLink parse(String link) {
        int colon = link.indexOf(':');
        if (link.length() > LONGEST || colon < 0) {
            return new Refused(Reason.NO_NUMBER);
        }
        String rest = decoded(link.substring(colon + 1));
        return switch (link.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "tel" -> tel(rest);
            case "sip", "sips" -> sip(link.substring(0, colon).toLowerCase(Locale.ROOT), rest);
            default -> new Refused(Reason.NO_NUMBER);
        };
    }

    private static CallLink tel(String rest) {
        String number = rest.replaceFirst("^//", "").split(";", 2)[0].strip();
        if (number.contains("*") || number.contains("#")) {
            return new Refused(Reason.SERVICE_CODE);
        }
        if (!TEL.matcher(number).matches()) {
            return new Refused(Reason.NO_NUMBER);
        }
        String normal = DialTarget.normalise(number);
        return new Callable(normal, normal);
    }

    private static CallLink sip(String scheme, String rest) {
        String address = rest.replaceFirst("^//", "");
        if (address.contains("?") || address.contains(";")) {
            return new Refused(Reason.MORE_THAN_A_CALL);
        }
        if (address.contains("*") || address.contains("#")) {
            return new Refused(Reason.SERVICE_CODE);
        }
        var matcher = SIP.matcher(address);
        return matcher.matches() ? new Callable(scheme + ":" + address, address) : new Refused(Reason.NO_NUMBER);
    }

    /// Browsers escape blanks and more; a plus stays one.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
