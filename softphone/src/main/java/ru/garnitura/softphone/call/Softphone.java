package ru.garnitura.softphone.call;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The softphone's verbs. Callable from any thread: each is carried out on the signaling lane, in order, and its
/// outcome comes as a [SoftphoneEvent]. A verb that makes no sense in a call's state does nothing.
public final class Softphone implements AutoCloseable {

    private final SoftphoneLane lane;
    private final Switchboard switchboard;

    /// @param signaling makes a fresh adapter for each account registered
    /// @param media     makes the media of each call; not closed here
    public Softphone(SoftphoneLane lane, Supplier<Signaling> signaling, MediaEngine media) {
        this.lane = lane;
        this.switchboard = new Switchboard(lane, signaling, media);
    }

    /// Takes this account into use instead of a former one, whose calls end, and registers where it names a registrar.
    public void register(SipAccount account) {
        lane.execute(() -> switchboard.register(account));
    }

    /// Ends all calls, removes our binding and stops listening.
    public void unregister() {
        lane.execute(switchboard::unregister);
    }

    /// Calls a number (`8 927 555-01-34`, `101`, `*45`), a `tel:` or a `sip:` URI.
    ///
    /// @param extra further headers for the INVITE: `X-...` or `User-to-User`
    /// @return the call, which reports as soon as it is on its way or failed
    public CallId dial(String target, Map<String, String> extra) {
        CallId id = CallId.fresh();
        CallRequest request = new CallRequest(target, extra);
        lane.execute(() -> switchboard.dial(id, request, null));
        return id;
    }

    /// Holds a call and calls somebody about it.
    ///
    /// @return the consultation
    public CallId consult(CallId about, String target, Map<String, String> extra) {
        CallId id = CallId.fresh();
        CallRequest request = new CallRequest(target, extra);
        withCall(about, call -> switchboard.transfers().consult(id, call, request));
        return id;
    }

    /// Joins the two sides of a consultation and leaves them (attended transfer); either of its calls may be named.
    public void complete(CallId id) {
        withCall(id, switchboard.transfers()::complete);
    }

    /// Ends a consultation and goes back to the call it was about; either of its calls may be named.
    public void goBack(CallId id) {
        withCall(id, switchboard.attention()::goBack);
    }

    /// Sends the remote side to somebody else without asking there (blind transfer).
    ///
    /// @param extra headers for the call the remote side will make: `User-to-User`
    public void transfer(CallId id, String target, Map<String, String> extra) {
        Map<String, String> headers = Map.copyOf(extra);
        withCall(id, call -> switchboard.transfers().transfer(call, target, headers));
    }

    /// Calls whom the remote side of a call asked for, as long as it still asks for exactly that; the call is put on hold.
    public void followReferral(CallId id, ReferralWish wish) {
        lane.execute(() -> switchboard.referrals().follow(id, wish));
    }

    /// Does not call whom the remote side asked for, and tells it so.
    public void declineReferral(CallId id, ReferralWish wish) {
        lane.execute(() -> switchboard.referrals().decline(id, wish));
    }

    /// Turns to the call that has been on hold the longest; the one at hand is put on hold.
    public void swap() {
        lane.execute(switchboard.attention()::swap);
    }

    /// Joins all established calls so that everybody hears everybody. [#end] drops one of them.
    public void conference() {
        lane.execute(switchboard.conference()::gather);
    }

    public void answer(CallId id) {
        withCall(id, switchboard::answer);
    }

    /// Refuses an incoming call so that it may be offered to others (486).
    public void reject(CallId id) {
        withCall(id, call -> switchboard.reject(call, 486));
    }

    /// Refuses an incoming call for everybody (603).
    public void decline(CallId id) {
        withCall(id, call -> switchboard.reject(call, 603));
    }

    public void mute(CallId id, boolean muted) {
        withCall(id, call -> switchboard.mute(call, muted));
    }

    public void hold(CallId id) {
        withCall(id, switchboard::hold);
    }

    public void resume(CallId id) {
        withCall(id, switchboard::resume);
    }

    /// What may be recorded, and where to. Calls that stand already keep what they have.
    public void setRecordingRules(RecordingRules rules) {
        lane.execute(() -> switchboard.recordings().follow(rules));
    }

    /// Begins to record a call, or goes on after a pause; nothing where the rules forbid it.
    public void record(CallId id) {
        withCall(id, switchboard.recordings()::record);
    }

    /// Silence takes the place of both sides: card data is being spoken. Nothing where nothing is recorded.
    public void pauseRecording(CallId id) {
        withCall(id, call -> switchboard.recordings().pause(call, true));
    }

    /// Ends a call in any state.
    public void end(CallId id) {
        withCall(id, switchboard::end);
    }

    /// Sends one telephone event: `0-9`, `*`, `#`, `A-D`.
    public void sendDigit(CallId id, char digit) {
        withCall(id, call -> switchboard.sendDigit(call, digit));
    }

    /// Calls a service number of the PBX without a line, a ring or a sound; [SoftphoneEvent.CodeDialled] tells the outcome
    /// too. Signaling lane.
    void dialCode(PbxQueues.Matter matter, String code, ServiceCalls.Outcome outcome) {
        switchboard.services().dial(matter, code, outcome);
    }

    SoftphoneLane lane() {
        return lane;
    }

    /// While false, an incoming call gets 486 without a ring.
    public void setAcceptingCalls(boolean accepting) {
        lane.execute(() -> switchboard.setAcceptingCalls(accepting));
    }

    /// As of the last event; any thread.
    public SoftphoneSnapshot snapshot() {
        return switchboard.snapshot();
    }

    /// What a call's media measures now; [MediaSnapshot#NONE] for a call without media. Any thread.
    public MediaSnapshot media(CallId id) {
        return switchboard.media(id);
    }

    /// The listener hears every event from now on, until the returned handle is closed.
    public Subscription subscribe(SoftphoneListener listener) {
        switchboard.listeners().add(listener);
        return () -> switchboard.listeners().remove(listener);
    }

    /// Unregisters and releases the port; completes when that is done.
    public CompletableFuture<Void> shutDown() {
        return CompletableFuture.runAsync(switchboard::unregister, lane.executor());
    }

    /// Starts [#shutDown] without waiting for it.
    @Override
    public void close() {
        unregister();
    }

    private void withCall(CallId id, Consumer<Call> verb) {
        lane.execute(() -> switchboard.find(id).ifPresent(verb));
    }

    /// Ends a listener's subscription.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
