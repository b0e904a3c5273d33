package ru.garnitura.softphone.call;

import java.util.List;
import java.util.Map;

/// The softphone as it stood after the last event.
///
/// @param registration   the truth about registration
/// @param calls          calls that are not over, oldest first
/// @param listening      `host:port` bound for SIP, or empty
/// @param acceptingCalls whether a new call rings
/// @param referrals      what remote sides ask us to call and the operator has not answered yet, by the call they ask in
public record SoftphoneSnapshot(RegistrationSnapshot registration, List<CallSnapshot> calls, String listening,
        boolean acceptingCalls, Map<CallId, ReferralWish> referrals) {

    public SoftphoneSnapshot {
        calls = List.copyOf(calls);
        referrals = Map.copyOf(referrals);
    }
}
