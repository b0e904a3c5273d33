package ru.garnitura.softphone.call;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What the remote side or a PBX on the way says about a call. Untrusted, already bounded in number and length and
/// free of control characters; nothing may be unlocked by it.
///
/// @param queue         the queue that offered the call (`X-Queue`), or empty
/// @param waitedSeconds how long the customer waited in the queue (`X-Waited`), or -1
/// @param interactionId the interaction this call continues (User-to-User, RFC 7433), or empty
/// @param divertedFrom  numbers the call was diverted from, latest first (History-Info, Diversion)
/// @param referredBy    number of who sent the caller here (Referred-By), or empty
/// @param headers       further `X-` headers by their name as received
public record CallHints(String queue, int waitedSeconds, String interactionId, List<String> divertedFrom,
        String referredBy, Map<String, String> headers) {

    public static final CallHints NONE = new CallHints("", -1, "", List.of(), "", Map.of());

    /// An interaction's id as the value of a User-to-User header (RFC 7433).
    public static String userToUser(String interactionId) {
        return HexFormat.of().formatHex(interactionId.getBytes(StandardCharsets.UTF_8)) + ";encoding=hex";
    }

    /// Of a caller nobody sent.
    public CallHints(String queue, int waitedSeconds, String interactionId, List<String> divertedFrom,
            Map<String, String> headers) {
        this(queue, waitedSeconds, interactionId, divertedFrom, "", headers);
    }

    public CallHints {
        divertedFrom = List.copyOf(divertedFrom);
        headers = Map.copyOf(headers);
    }
}
