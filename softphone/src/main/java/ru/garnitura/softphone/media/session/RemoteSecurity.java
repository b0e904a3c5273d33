package ru.garnitura.softphone.media.session;

import java.util.HexFormat;
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

    /// `1 AES_CM_128_HMAC_SHA1_80 inline:KEY|2^31|1:4`; several keys or session parameters we do not take.
    private static Optional<Crypto> crypto(String value) {
        String[] words = value.trim().split(" +", -1);
        int tag = SdpParser.number(words[0], 999_999_999);
        if (words.length != 3 || tag < 0 || !words[2].startsWith("inline:")) {
            return Optional.empty();
        }
        String[] parameters = words[2].substring("inline:".length()).split("\\|", -1);
        String last = parameters.length > 1 ? parameters[parameters.length - 1] : "";
        return identifier(last).flatMap(identifier -> SrtpSuite.named(words[1])
                .flatMap(suite -> keys(suite, parameters[0], identifier))).map(keys -> new Crypto(tag, keys));
    }

    /// `1:4` is 00000001, four bytes that name the key in each packet (RFC 4568, section 6.1); nothing where there is none.
    private static Optional<String> identifier(String parameter) {
        String[] words = parameter.split(":", -1);
        if (words.length < 2) {
            return Optional.of("");
        }
        int value = SdpParser.number(words[0], 999_999_999);
        int bytes = SdpParser.number(words[1], SrtpKeys.LONGEST_IDENTIFIER);
        String identifier = bytes < 1 ? "" : HexFormat.of().toHexDigits(value, 2 * SrtpKeys.LONGEST_IDENTIFIER)
                .substring(2 * (SrtpKeys.LONGEST_IDENTIFIER - bytes));
        boolean whole = bytes >= 1 && value >= 0 && words.length == 2 && HexFormat.fromHexDigitsToLong(identifier) == value;
        return whole ? Optional.of(identifier) : Optional.empty();
    }

    private static Optional<SrtpKeys> keys(SrtpSuite suite, String material, String identifier) {
        try {
            return Optional.of(new SrtpKeys(suite, material, identifier));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Fingerprint> fingerprint(String value) {
        String[] words = value.trim().split(" +", -1);
        String hash = words[0].toLowerCase(Locale.ROOT);
        int bytes = hashBytes(hash);
        boolean usable = bytes > 0 && words.length == 2 && words[1].length() == 3 * bytes - 1
                && words[1].matches("([0-9A-Fa-f]{2}:)+[0-9A-Fa-f]{2}");
        return usable ? Optional.of(new Fingerprint(hash, words[1].toUpperCase(Locale.ROOT))) : Optional.empty();
    }

    /// Length of a hash we take (RFC 8122, section 5), 0 for others.
    private static int hashBytes(String hash) {
        return switch (hash) {
            case "sha-256" -> 32;
            case "sha-384" -> 48;
            case "sha-512" -> 64;
            default -> 0;
        };
    }
}
