package ru.garnitura.softphone.call;

import java.net.InetAddress;

/// What signaling reports. Called on the signaling lane.
public interface SignalingListener {

    void registrationChanged(RegistrationSnapshot registration);

    /// Somebody calls. To be answered by ring, answer or refuse.
    void invited(CallId call, Invitation invitation);

    /// A provisional answer to our INVITE; `sdp` is empty without early media.
    void progressed(CallId call, int status, String sdp);

    /// Our INVITE was accepted; `sdp` answers our offer.
    void answered(CallId call, String sdp);

    /// The ACK to our 200 brought an answer: the INVITE or re-INVITE had no offer.
    void acknowledged(CallId call, String sdp);

    /// The remote side asks for other media; an empty `sdp` asks for an offer of ours.
    void offered(CallId call, String sdp);

    /// The remote side agreed to our re-INVITE; `sdp` answers our offer.
    void modified(CallId call, String sdp);

    /// The remote side refused our re-INVITE; the call stays as it was.
    void modifyRefused(CallId call, int status);

    /// A digit came by INFO instead of RFC 4733.
    void digitReceived(CallId call, char digit);

    /// The call is over, for any cause but our own verbs `refuse` and `end`.
    void ended(CallId call, CallEndCause cause);

    /// An incoming call.
    ///
    /// @param remote        who calls
    /// @param offer         SDP, or empty when the INVITE has none
    /// @param local         this host's address as the caller reaches it
    /// @param answerAfterMs the caller asks for auto-answer after so many milliseconds; -1 it does not
    record Invitation(RemoteParty remote, String offer, InetAddress local, int answerAfterMs) {
    }
}
