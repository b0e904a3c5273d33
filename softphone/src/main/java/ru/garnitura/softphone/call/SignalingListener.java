package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What signaling reports. Called on the signaling lane.
public interface SignalingListener {

    void registrationChanged(RegistrationSnapshot registration);

    /// This host is reached at another address than before: calls that stand must tell their remote sides.
    void addressChanged(InetAddress local);

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

    /// Our re-INVITE met one of the remote side's and is due again. Its offer is out of date by now: a fresh one may go out
    /// by [Signaling#modify].
    void offerWanted(CallId call);

    /// The remote side agreed to our re-INVITE; `sdp` answers our offer.
    void modified(CallId call, String sdp);

    /// The remote side refused our re-INVITE; the call stays as it was.
    void modifyRefused(CallId call, int status);

    /// The remote side reached whom we transferred it to.
    void transferred(CallId call);

    /// The transfer came to nothing; the call stays as it was.
    void transferRefused(CallId call, CallEndCause cause);

    /// The remote side asks us to call somebody else. To be answered by [Signaling#referralProgressed].
    ///
    /// @param target SIP URI
    /// @param extra  headers for that call: `Replaces`, `Referred-By`, `User-to-User`
    void referred(CallId call, String target, Map<String, String> extra);

    /// A digit came by INFO instead of RFC 4733.
    void digitReceived(CallId call, char digit);

    /// The call is over, for any cause but our own verbs `refuse` and `end`. A BYE while a transfer of ours is awaited counts
    /// as [CallEndCause.Transferred], unless the remote side told that the other one still rings.
    void ended(CallId call, CallEndCause cause);

    /// An incoming call.
    ///
    /// @param remote        who calls
    /// @param offer         SDP, or empty when the INVITE has none
    /// @param local         this host's address as the caller reaches it
    /// @param answerAfterMs the caller asks for auto-answer after so many milliseconds; -1 it does not
    /// @param replaces      our call whose place this one takes (RFC 3891), or null
    record Invitation(RemoteParty remote, String offer, InetAddress local, int answerAfterMs,
            @Nullable CallId replaces) {
    }
}
