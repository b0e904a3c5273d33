package ru.garnitura.softphone.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import gov.nist.javax.sip.message.SIPRequest;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// Checks that JAIN-SIP leaves to us (RFC 3261, section 8.2), in the order the RFC gives.
final class RequestGate {

    static final int INTERVAL_TOO_SMALL = 422;
    private static final int MOST_SECONDS_TO_WAIT = 10;
    private static final Set<String> METHODS = Set.copyOf(Wording.METHODS);
    private static final Set<String> SINGLE = Set.of("From", "To", "Call-ID", "CSeq", "Max-Forwards");

    private RequestGate() {
    }

    /// Why a request is refused.
    ///
    /// @param header name of the header that says more, or empty
    record Refusal(int status, String header, List<String> values) {

        private static Refusal plain(int status) {
            return new Refusal(status, "", List.of());
        }
    }

    static Refusal plain(int status) {
        return Refusal.plain(status);
    }

    /// A session interval shorter than we bear (RFC 4028, section 6).
    static Refusal tooBrief() {
        return new Refusal(INTERVAL_TOO_SMALL, "Min-SE", List.of(Integer.toString(SessionTimer.LEAST_SECONDS)));
    }

    /// The offer before this one is not answered yet (RFC 3261, section 14.2; RFC 3311, section 5.2).
    static Refusal busyWithAnother() {
        return new Refusal(Response.SERVER_INTERNAL_ERROR, "Retry-After",
                List.of(Integer.toString(ThreadLocalRandom.current().nextInt(MOST_SECONDS_TO_WAIT))));
    }

    /// Empty for a request that may be carried out.
    static Optional<Refusal> refusalOf(Request request) {
        SIPRequest parsed = (SIPRequest) request;
        if (!"SIP/2.0".equalsIgnoreCase(parsed.getRequestLine().getSipVersion())) {
            return Optional.of(Refusal.plain(Response.VERSION_NOT_SUPPORTED));
        }
        if (!request.getMethod().equals(Wording.methodOf(request)) || repeats(request) || Replacement.isMisplacedIn(request)) {
            return Optional.of(Refusal.plain(Response.BAD_REQUEST));
        }
        if (!METHODS.contains(request.getMethod())) {
            return Optional.of(new Refusal(Response.METHOD_NOT_ALLOWED, "Allow", Wording.METHODS));
        }
        String scheme = request.getRequestURI().getScheme();
        if (!"sip".equalsIgnoreCase(scheme) && !"sips".equalsIgnoreCase(scheme)) {
            return Optional.of(Refusal.plain(Response.UNSUPPORTED_URI_SCHEME));
        }
        return extensionRefusal(request).or(() -> bodyRefusal(request));
    }

    private static boolean repeats(Request request) {
        return SINGLE.stream().anyMatch(name -> Wording.values(request, name).size() > 1);
    }

    private static Optional<Refusal> extensionRefusal(Request request) {
        List<String> required = Wording.values(request, "Require").stream()
                .filter(tag -> !Wording.EXTENSIONS.contains(tag.toLowerCase(Locale.ROOT))).toList();
        if (required.isEmpty() || request.getMethod().equals(Request.CANCEL)) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(Response.BAD_EXTENSION, "Unsupported", required));
    }

    /// An answer to an INVITE is SDP; whoever lists what he takes must list it (RFC 3261, section 20.1).
    private static boolean takesSdp(Request invite) {
        List<String> accepted = Wording.values(invite, "Accept").stream()
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).toList();
        return accepted.isEmpty()
                || accepted.stream().anyMatch(Set.of("application/sdp", "application/*", "*/*")::contains);
    }

    private static Optional<Refusal> bodyRefusal(Request request) {
        boolean invite = request.getMethod().equals(Request.INVITE);
        String encoding = Wording.value(request, "Content-Encoding");
        boolean readable = encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
        if (invite && readable && !takesSdp(request)) {
            return Optional.of(Refusal.plain(Response.NOT_ACCEPTABLE));
        }
        boolean other = invite && !Wording.bodyOf(request).isEmpty() && Wording.sdpOf(request).isEmpty();
        if (readable && !other) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(Response.UNSUPPORTED_MEDIA_TYPE, "Accept", List.of("application/sdp")));
    }
}
