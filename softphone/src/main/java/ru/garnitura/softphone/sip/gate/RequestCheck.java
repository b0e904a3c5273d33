package ru.garnitura.softphone.sip.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The syntax a request must have before anything else is asked of it (RFC 3261, sections 7, 8.1.1 and 25).
final class RequestCheck {

    private static final int BAD_REQUEST = 400;
    private static final int VERSION_NOT_SUPPORTED = 505;
    private static final long LARGEST_SEQUENCE = Integer.MAX_VALUE;
    private static final int MOST_FORWARDS = 255;
    private static final Pattern START = Pattern.compile("([\\p{Alnum}.!%*_+`'~-]+) ([^\\s<>\"]+) (SIP/\\d+\\.\\d+)");
    /// After the host; before it a question mark is part of the user's name.
    private static final Pattern HEADERS_IN_URI = Pattern.compile("^[^@]*@[^?]*\\?|^[^@?]*\\?[^@]*$");
    private static final Pattern SEQUENCE = Pattern.compile("(\\d{1,12})\\s+(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final List<String> NEEDED = List.of("from", "to", "call-id", "cseq");
    private static final List<String> ONCE = List.of("from", "to", "call-id", "cseq", "max-forwards", "content-length");
    private static final List<String> ADDRESSES = List.of("from", "to", "contact", "via");

    private RequestCheck() {
    }

    /// The status that refuses a request; empty where the parser may have it.
    static Optional<Integer> refusal(RawMessage request) {
        Matcher start = START.matcher(request.firstLine());
        if (!start.matches()) {
            return Optional.of(BAD_REQUEST);
        }
        if (!start.group(3).equals("SIP/2.0")) {
            return Optional.of(VERSION_NOT_SUPPORTED);
        }
        boolean good = request.flaws().none() && !HEADERS_IN_URI.matcher(start.group(2)).find()
                && complete(request) && numbers(request, start.group(1))
                && request.fields().stream().filter(field -> ADDRESSES.contains(field.name()))
                        .allMatch(field -> AddressForm.holds(field.value()));
        return good ? Optional.empty() : Optional.of(BAD_REQUEST);
    }

    private static boolean complete(RawMessage request) {
        return NEEDED.stream().allMatch(name -> request.value(name).isPresent())
                && ONCE.stream().allMatch(name -> request.values(name).size() <= 1);
    }

    private static boolean numbers(RawMessage request, String method) {
        Matcher sequence = SEQUENCE.matcher(request.value("cseq").orElse(""));
        boolean counted = sequence.matches() && Long.parseLong(sequence.group(1)) <= LARGEST_SEQUENCE
                && sequence.group(2).equals(method);
        boolean forwards = request.value("max-forwards").map(text -> number(text, MOST_FORWARDS)).orElse(true);
        boolean length = request.value("content-length").map(text -> number(text, request.extent().body())).orElse(true);
        return counted && forwards && length;
    }

    private static boolean number(String text, int most) {
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) <= most;
    }
}
