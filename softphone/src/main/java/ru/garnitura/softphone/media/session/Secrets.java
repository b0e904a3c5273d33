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
/// @param keys        one for each suite, in order of preference
/// @param fingerprint of our certificate, as after `a=fingerprint:`; empty where there is none
record Secrets(SrtpPolicy policy, List<SrtpKeys> keys, String fingerprint) {

    static final Secrets OFF = new Secrets(SrtpPolicy.OFF, List.of(), "");

    private static final List<SrtpSuite> OFFERED = List.of(SrtpSuite.AES_256_CM_HMAC_SHA1_80,
            SrtpSuite.AES_CM_128_HMAC_SHA1_80, SrtpSuite.AES_CM_128_HMAC_SHA1_32);
    /// Taken from those who offer them: with these lines too, an INVITE of ours would outgrow a datagram.
    private static final List<SrtpSuite> TAKEN = List.of(SrtpSuite.AEAD_AES_256_GCM, SrtpSuite.AEAD_AES_128_GCM);

    static Secrets of(SrtpPolicy policy, String fingerprint, RandomGenerator random) {
        return policy == SrtpPolicy.OFF ? OFF : new Secrets(policy, Stream.concat(OFFERED.stream(), TAKEN.stream())
                .map(suite -> SrtpKeys.random(suite, random)).toList(), fingerprint);
    }

    /// Those an offer names, numbered from 1.
    List<SrtpKeys> offered() {
        return keys.subList(0, Math.min(OFFERED.size(), keys.size()));
    }
}
