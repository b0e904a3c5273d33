package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// Signaling that a test plays by hand: verbs are noted as words, events are fed through [#remote].
public final class ScriptedSignaling implements Signaling {

    private final List<String> verbs = new ArrayList<>();
    private @Nullable SignalingListener listener;
    private @Nullable SignalingException failure;
    private @Nullable CallId invited;

    /// What was asked for, in order: `invite sip:...`, `ring`, `answer v=0`, `refuse 486`, `modify ...`, `end` ...
    public List<String> verbs() {
        return List.copyOf(verbs);
    }

    /// The last verb, or empty.
    public String last() {
        return verbs.isEmpty() ? "" : verbs.getLast();
    }

    /// The call invited last.
    public CallId invited() {
        CallId last = invited;
        if (last == null) {
            throw new IllegalStateException("nobody was invited");
        }
        return last;
    }

    /// The other side of the wire.
    public SignalingListener remote() {
        SignalingListener opened = listener;
        if (opened == null) {
            throw new IllegalStateException("not opened");
        }
        return opened;
    }

    /// Makes the next [#open] fail.
    public void failToOpen(SignalingException exception) {
        failure = exception;
    }

    /// Lets somebody call.
    public CallId call(String number) {
        CallId id = new CallId("call-" + number);
        remote().invited(id, new SignalingListener.Invitation(
                new RemoteParty("", number, "sip:" + number + "@test.invalid", false, CallHints.NONE), ScriptedMedia.remote(),
                InetAddress.getLoopbackAddress(), -1, null));
        return id;
    }

    @Override
    public InetSocketAddress open(SipAccount account, SignalingListener opened) {
        SignalingException scripted = failure;
        if (scripted != null) {
            throw scripted;
        }
        listener = opened;
        verbs.add("open " + account.identity().aor());
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
    }

    @Override
    public void sendDigit(CallId call, char digit) {
        verbs.add("digit " + digit);
    }

    @Override
    public void register() {
        verbs.add("register");
    }

    @Override
    public void renew() {
        verbs.add("renew");
    }

    @Override
    public void refresh() {
        verbs.add("refresh");
    }

    @Override
    public void unregister() {
        verbs.add("unregister");
    }

    @Override
    public void invite(CallId call, String target, Map<String, String> extra, Function<InetAddress, String> offer) {
        invited = call;
        verbs.add("invite " + target + " " + offer.apply(InetAddress.getLoopbackAddress()));
    }

    @Override
    public void ring(CallId call) {
        verbs.add("ring");
    }

    @Override
    public void answer(CallId call, String sdp) {
        verbs.add("answer " + sdp);
    }

    @Override
    public void refuse(CallId call, int status) {
        verbs.add("refuse " + status);
    }

    @Override
    public void modify(CallId call, String offer) {
        verbs.add("modify " + offer);
    }

    @Override
    public void acceptOffer(CallId call, String sdp) {
        verbs.add("acceptOffer " + sdp);
    }

    @Override
    public void refuseOffer(CallId call) {
        verbs.add("refuseOffer");
    }

    @Override
    public void transfer(CallId call, String target, Map<String, String> extra) {
        verbs.add("transfer " + target + " " + extra);
    }

    @Override
    public void transferInto(CallId call, CallId consultation, Map<String, String> extra) {
        verbs.add("transferInto");
    }

    @Override
    public void referralProgressed(CallId call, int status) {
        verbs.add("referral " + status);
    }

    @Override
    public void end(CallId call) {
        verbs.add("end");
    }

    @Override
    public void close() {
        verbs.add("close");
    }
}
