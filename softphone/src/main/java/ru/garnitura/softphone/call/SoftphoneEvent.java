package ru.garnitura.softphone.call;

import org.jspecify.annotations.Nullable;

/// Something changed. Immutable; crosses lanes freely.
public sealed interface SoftphoneEvent {

    /// Somebody calls and we ring.
    record IncomingCall(CallSnapshot call) implements SoftphoneEvent {
    }

    /// A call changed; the last one of a call is [CallState#TERMINATED] and carries the cause.
    record CallChanged(CallSnapshot call) implements SoftphoneEvent {
    }

    /// A call was refused without a ring: not ready, or no free line.
    record TurnedAway(RemoteParty remote) implements SoftphoneEvent {
    }

    /// A call was answered because its caller wished it: a warning is due now, and the microphone opens in a second.
    record AnsweredByItself(CallId call) implements SoftphoneEvent {
    }

    /// The PBX was told something by a dial code; `failure` is null where it took it.
    record CodeDialled(PbxQueues.Matter matter, String code, @Nullable CallEndCause failure) implements SoftphoneEvent {
    }

    /// A transfer came to nothing; the call goes on as it was before.
    record TransferFailed(CallId call, CallEndCause cause) implements SoftphoneEvent {
    }

    /// The remote side of a call asks us to call somebody, which waits for the operator's word. The call may end meanwhile.
    record ReferralAsked(CallId call, ReferralWish wish) implements SoftphoneEvent {
    }

    /// What the remote side of a call asked for was agreed to or declined, or waits no longer.
    record ReferralSettled(CallId call) implements SoftphoneEvent {
    }

    /// Registration changed.
    record RegistrationChanged(RegistrationSnapshot registration) implements SoftphoneEvent {
    }

    /// The remote side pressed a key.
    record DigitReceived(CallId call, char digit) implements SoftphoneEvent {
    }

    /// A microphone or speaker came, went or was replaced during a call.
    record DeviceChanged(CallId call, DeviceNotice notice) implements SoftphoneEvent {
    }

    /// Nothing was heard of the remote side for so many milliseconds; 0 when it is back.
    record RemoteSilent(CallId call, long milliseconds) implements SoftphoneEvent {
    }
}
