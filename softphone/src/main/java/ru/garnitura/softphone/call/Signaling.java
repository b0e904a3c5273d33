package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Function;

/// Port to SIP. Fulfilled by `softphone.sip`, scripted in tests. Every method is called on the signaling lane and
/// returns at once; a verb for a call that is gone does nothing.
public interface Signaling extends AutoCloseable {

    /// Binds the account's local address and starts to listen.
    ///
    /// @return the address bound
    /// @throws SignalingException when the port is taken or the account makes no sense
    InetSocketAddress open(SipAccount account, SignalingListener listener);

    /// Registers now and keeps registered; outcomes come as [SignalingListener#registrationChanged].
    void register();

    /// Registers again now: the machine slept, or the network came back. Connections made before are not trusted. Nothing
    /// where no registration is wanted.
    void renew();

    /// Registers again now over the connections there are. Nothing where no registration is wanted.
    void refresh();

    /// Removes our binding, best effort, and stops registering.
    void unregister();

    /// Calls somebody. Once the way there is known, asks for the offer with the local address that leads there.
    ///
    /// @param target SIP URI
    /// @param extra  further headers, `X-...` or `User-to-User`
    void invite(CallId call, String target, Map<String, String> extra, Function<InetAddress, String> offer);

    /// Tells the caller that we ring (180).
    void ring(CallId call);

    /// Accepts the INVITE (200) with an answer, or with an offer where the INVITE had none.
    void answer(CallId call, String sdp);

    /// Refuses the INVITE with a final status.
    void refuse(CallId call, int status);

    /// Asks for other media (re-INVITE) with a new offer.
    void modify(CallId call, String offer);

    /// Accepts the remote side's re-INVITE.
    void acceptOffer(CallId call, String sdp);

    /// Refuses the remote side's re-INVITE (488); the call stays as it was.
    void refuseOffer(CallId call);

    /// Asks the remote side to call somebody else (REFER, RFC 3515).
    ///
    /// @param target SIP URI
    /// @param extra  headers for the call the remote side will make: `User-to-User`
    void transfer(CallId call, String target, Map<String, String> extra);

    /// Asks the remote side to take our place in another call of ours (REFER with Replaces, RFC 3891).
    ///
    /// @param extra as in [#transfer]
    void transferInto(CallId call, CallId consultation, Map<String, String> extra);

    /// Tells the remote side how the call it asked us to make goes; a final status ends the matter.
    void referralProgressed(CallId call, int status);

    /// Tells the remote side of a key by INFO, which gateways understand that take no telephone events. In an established
    /// call; in order.
    void sendDigit(CallId call, char digit);

    /// Ends the call by what its stage demands: CANCEL, 603 or BYE.
    void end(CallId call);

    /// Ends every call, stops registering and releases the port. Idempotent.
    @Override
    void close();
}
