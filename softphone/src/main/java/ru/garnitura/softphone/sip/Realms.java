package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import ru.garnitura.softphone.sip.digest.DigestAlgorithm;
import ru.garnitura.softphone.sip.digest.DigestChallenge;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// Whose challenges our password answers. Whoever gets one answer from us can try passwords against it for as long as he
/// likes (RFC 7616, sections 5.9 and 5.10), so strangers get none. Signaling lane.
final class Realms {

    private final Set<InetAddress> servers = new HashSet<>();
    /// What the registrar asked for last, by realm: an exchange may be set up anew. A proxy before it counts as the registrar.
    private final Map<String, DigestAlgorithm> registered = new HashMap<>();
    private final Set<Place> dialled = new HashSet<>();

    /// What a request was for that is challenged.
    enum Purpose {
        REGISTRATION,
        /// An INVITE of the operator's.
        DIALLING,
        /// Within a call the operator made.
        IN_OUR_CALL,
        /// Within a call somebody else made.
        IN_THEIR_CALL
    }

    private record Place(InetAddress host, String realm) {
    }

    /// The registrar, or the proxy before it, is at this address.
    void serve(InetAddress server) {
        servers.add(server);
    }

    /// The registrar's word counts for everything else. Where it never challenged us, whoever the operator calls may, and
    /// he alone in that call.
    boolean answers(DigestChallenge challenge, ResolvedHop sentTo, Purpose purpose) {
        Place place = new Place(sentTo.address(), challenge.realm());
        return switch (purpose) {
            case REGISTRATION -> learns(challenge);
            case DIALLING -> registered.isEmpty() ? dials(place) : known(challenge);
            case IN_OUR_CALL -> registered.isEmpty() ? dialled.contains(place) : ours(sentTo) && known(challenge);
            case IN_THEIR_CALL -> ours(sentTo) && known(challenge);
        };
    }

    private boolean learns(DigestChallenge challenge) {
        registered.put(challenge.realm(), challenge.algorithm());
        return true;
    }

    private boolean dials(Place place) {
        dialled.add(place);
        return true;
    }

    /// A weaker algorithm than the registrar's is somebody else's wish.
    private boolean known(DigestChallenge challenge) {
        DigestAlgorithm least = registered.get(challenge.realm());
        return least != null && challenge.algorithm().compareTo(least) >= 0;
    }

    private boolean ours(ResolvedHop hop) {
        return servers.contains(hop.address());
    }
}
