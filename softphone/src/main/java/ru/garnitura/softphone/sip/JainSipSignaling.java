package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.Signaling;
import ru.garnitura.softphone.call.SignalingException;
import ru.garnitura.softphone.call.SignalingListener;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneLane;

/// Signaling over JAIN-SIP. One object serves one account from [#open] to [#close].
public final class JainSipSignaling implements Signaling {

    /// @param io resolves names
    public JainSipSignaling(SoftphoneLane lane, Executor io) {
    }

    @Override
    public InetSocketAddress open(SipAccount account, SignalingListener listener) {
        throw new SignalingException("listen on " + account.route().listen(), new RegistrationCause.NoNetwork(),
                new UnsupportedOperationException());
    }

    @Override
    public void register() {
    }

    @Override
    public void unregister() {
    }

    @Override
    public void invite(CallId call, String target, Map<String, String> extra, Function<InetAddress, String> offer) {
    }

    @Override
    public void ring(CallId call) {
    }

    @Override
    public void answer(CallId call, String sdp) {
    }

    @Override
    public void refuse(CallId call, int status) {
    }

    @Override
    public void modify(CallId call, String offer) {
    }

    @Override
    public void acceptOffer(CallId call, String sdp) {
    }

    @Override
    public void refuseOffer(CallId call) {
    }

    @Override
    public void end(CallId call) {
    }

    @Override
    public void close() {
    }
}
