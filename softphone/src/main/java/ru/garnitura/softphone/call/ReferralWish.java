package ru.garnitura.softphone.call;

/// Whom the remote side of a call asks us to call.
///
/// @param number user part, a Russian number as `+7...`; may be empty
/// @param uri    SIP URI that would be called
/// @param host   whose number it is, where that is not our own domain; else empty
public record ReferralWish(String number, String uri, String host) {
}
