package ru.garnitura.softphone.sip;

import ru.garnitura.softphone.call.CallId;

/// A call at one stage of its signaling.
sealed interface Leg permits OutgoingInvite, IncomingInvite, EstablishedLeg {

    CallId id();

    /// Ends the call by what the stage demands. Idempotent, silent.
    void end();
}
