package ru.garnitura.softphone.media.session;

import java.util.List;
import java.util.random.RandomGenerator;
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

    static Secrets of(SrtpPolicy policy, String fingerprint, RandomGenerator random) {
        return policy == SrtpPolicy.OFF ? OFF : new Secrets(policy, List.of(
                SrtpKeys.random(SrtpSuite.AES_256_CM_HMAC_SHA1_80, random),
                SrtpKeys.random(SrtpSuite.AES_CM_128_HMAC_SHA1_80, random),
                SrtpKeys.random(SrtpSuite.AES_CM_128_HMAC_SHA1_32, random)), fingerprint);
    }
}
