package ru.garnitura.softphone.media.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.garnitura.softphone.media.session.Protection.Fingerprint;
import ru.garnitura.softphone.media.session.SessionDescription.MediaLine;
import ru.garnitura.softphone.media.srtp.SrtpKeys;
import ru.garnitura.softphone.media.srtp.SrtpSuite;

/// What a media line says about encryption. Lines we cannot use are passed over.
///
/// @param demanded    the profile is a secure one
/// @param cryptos     `a=crypto` in their order
/// @param fingerprint of the certificate for DTLS
/// @param setup       `active`, `passive`, `actpass`, or empty
record RemoteSecurity(boolean demanded, List<Crypto> cryptos, Optional<Fingerprint> fingerprint, String setup) {

    private static final String HASH = "sha-256";

    /// One `a=crypto` line.
    record Crypto(int tag, SrtpKeys keys) {
    }

    static RemoteSecurity of(MediaLine line) {
        List<Crypto> cryptos = line.attributesNamed("crypto").stream().map(RemoteSecurity::crypto)
                .flatMap(Optional::stream).toList();
        Optional<Fingerprint> fingerprint = line.attributesNamed("fingerprint").stream()
                .map(RemoteSecurity::fingerprint).flatMap(Optional::stream).findFirst();
        return new RemoteSecurity(line.profile().contains("SAVP"), cryptos, fingerprint,
                line.attribute("setup").orElse("").toLowerCase(Locale.ROOT));
    }

    /// `1 AES_CM_128_HMAC_SHA1_80 inline:KEY|2^31`; a master key identifier or session parameters we do not take.
    private static Optional<Crypto> crypto(String value) {
        String[] words = value.trim().split(" +", -1);
        int tag = SdpParser.number(words[0], 999_999_999);
        if (words.length != 3 || tag < 0 || !words[2].startsWith("inline:")) {
            return Optional.empty();
        }
        String[] parameters = words[2].substring("inline:".length()).split("\\|", -1);
        boolean identified = parameters.length > 1 && parameters[parameters.length - 1].contains(":");
        return identified ? Optional.empty() : SrtpSuite.named(words[1]).flatMap(suite -> keys(suite, parameters[0]))
                .map(keys -> new Crypto(tag, keys));
    }

    private static Optional<SrtpKeys> keys(SrtpSuite suite, String material) {
        try {
            return Optional.of(new SrtpKeys(suite, material));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Fingerprint> fingerprint(String value) {
        String[] words = value.trim().split(" +", -1);
        boolean usable = words.length == 2 && words[0].equalsIgnoreCase(HASH)
                && words[1].matches("([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}");
        return usable ? Optional.of(new Fingerprint(HASH, words[1].toUpperCase(Locale.ROOT))) : Optional.empty();
    }
}
