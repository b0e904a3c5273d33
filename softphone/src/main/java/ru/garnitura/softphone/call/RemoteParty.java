package ru.garnitura.softphone.call;

/// The other side of a call.
///
/// @param displayName name as sent, bounded and free of control characters; may be empty
/// @param number      number or user part, a Russian number as `+7...`; may be empty for an anonymous caller
/// @param uri         SIP URI to call back
/// @param asserted    name and number come from our own proxy (P-Asserted-Identity, RFC 3325), not from the caller
/// @param hints       what else came along
public record RemoteParty(String displayName, String number, String uri, boolean asserted, CallHints hints) {
}
