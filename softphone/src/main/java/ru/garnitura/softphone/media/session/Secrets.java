package ru.garnitura.softphone.media.session;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.srtp.SrtpKeys;
import ru.garnitura.softphone.media.srtp.SrtpSuite;

/// What this side brings into the negotiation of encryption; kept for the whole call, so that a re-INVITE changes
/// no keys.
///
/// @param keys        one for each suite, those we offer first, in order of preference
/// @param named       how many of them an offer names
/// @param fingerprint of our certificate, as after `a=fingerprint:`; empty where there is none
record Secrets(SrtpPolicy policy, List<SrtpKeys> keys, int named, String fingerprint) {

    static final Secrets OFF = new Secrets(SrtpPolicy.OFF, List.of(), 0, "");

    private static final List<SrtpSuite> STRONGEST_FIRST = List.of(SrtpSuite.values());
    /// What an offer in a datagram names: with those that authenticate too, an INVITE of ours would outgrow it. They are
    /// taken from whoever offers them.
    private static final List<SrtpSuite> IN_A_DATAGRAM = List.of(SrtpSuite.AES_256_CM_HMAC_SHA1_80,
            SrtpSuite.AES_CM_128_HMAC_SHA1_80, SrtpSuite.AES_CM_128_HMAC_SHA1_32);

    /// @param roomy an offer may be longer than a datagram
    static Secrets of(SrtpPolicy policy, boolean roomy, String fingerprint, RandomGenerator random) {
        if (policy == SrtpPolicy.OFF) {
            return OFF;
        }
        List<SrtpSuite> offered = roomy ? STRONGEST_FIRST : IN_A_DATAGRAM;
        List<SrtpKeys> keys = Stream.concat(offered.stream(), STRONGEST_FIRST.stream()).distinct()
                .map(suite -> SrtpKeys.random(suite, random)).toList();
        return new Secrets(policy, keys, offered.size(), fingerprint);
    }

    /// Those an offer names, numbered from 1.
    List<SrtpKeys> offered() {
        return keys.subList(0, named);
    }
}
