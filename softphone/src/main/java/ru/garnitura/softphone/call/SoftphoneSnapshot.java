package ru.garnitura.softphone.call;

import java.util.List;

/// The softphone as it stood after the last event.
///
/// @param registration   the truth about registration
/// @param calls          calls that are not over, oldest first
/// @param listening      `host:port` bound for SIP, or empty
/// @param acceptingCalls whether a new call rings
public record SoftphoneSnapshot(RegistrationSnapshot registration, List<CallSnapshot> calls, String listening,
        boolean acceptingCalls) {

    public SoftphoneSnapshot {
        calls = List.copyOf(calls);
    }
}
