package ru.garnitura.softphone.call;

import java.util.Map;

/// Whom to call.
///
/// @param target a number, `tel:` or `sip:`
/// @param extra  further headers for the INVITE
record CallRequest(String target, Map<String, String> extra) {

    CallRequest {
        extra = Map.copyOf(extra);
    }
}
