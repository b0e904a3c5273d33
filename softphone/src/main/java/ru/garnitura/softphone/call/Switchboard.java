package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out the softphone's verbs and joins each call's signaling with its media. Signaling lane only, except for
/// what says otherwise.
final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final SoftphoneLane lane;
    private final Supplier<Signaling> adapters;
    private final MediaEngine engine;
    private final Map<CallId, Call> calls = new LinkedHashMap<>();
    private final Map<CallId, MediaSession> sessions = new ConcurrentHashMap<>();
    private final List<SoftphoneListener> listeners = new CopyOnWriteArrayList<>();
    private final Attention attention;
    private final Transfers transfers;
    private final ReferralDesk referrals;
    private final Conference conference;
    private final ServiceCalls services;
    private final CallRecordings recordings;
    private final WakeWatch wakeWatch;
    private @Nullable Line line;
    private RegistrationSnapshot registration;
    private boolean accepting = true;
    /// Whether the connections are being tried after a sleep.
    private boolean doubted;
    private volatile SoftphoneSnapshot snapshot;

    /// An account in use and the adapter that serves it.
    private record Line(SipAccount account, Signaling signaling, String listening) {
    }

    Switchboard(SoftphoneLane lane, Supplier<Signaling> adapters, MediaEngine engine) {
        this.lane = lane;
        this.adapters = adapters;
        this.engine = engine;
        this.attention = new Attention(this, lane);
        this.transfers = new Transfers(this, lane);
        this.referrals = new ReferralDesk(this, lane);
        this.conference = new Conference(this, engine);
        this.services = new ServiceCalls(this, lane, engine);
        this.recordings = new CallRecordings(lane, this::calls, this::changed);
        this.wakeWatch = new WakeWatch(lane, this::woken);
        this.registration = RegistrationSnapshot.off(lane.now());
        this.snapshot = new SoftphoneSnapshot(registration, List.of(), "", true, Map.of());
    }

    /// Any thread.
    SoftphoneSnapshot snapshot() {
        return snapshot;
    }

    /// Any thread.
    List<SoftphoneListener> listeners() {
        return listeners;
    }

    /// Any thread.
    MediaSnapshot media(CallId id) {
        MediaSession session = sessions.get(id);
        return session == null ? MediaSnapshot.NONE : session.snapshot();
    }

    Optional<Call> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }

    void register(SipAccount account) {
        unregister();
        Signaling signaling = adapters.get();
        try {
            engine.prepare(account.media());
            var bound = signaling.open(account, new CallDesk(this, lane));
            line = new Line(account, signaling, bound.getAddress().getHostAddress() + ":" + bound.getPort());
        } catch (SignalingException e) {
            LOG.warn("Line not opened: {}", e.getMessage(), e);
            signaling.close();
            registrationChanged(new RegistrationSnapshot(RegistrationState.FAILED, e.reason(), lane.now(), null));
            return;
        } catch (MediaException e) {
            LOG.warn("Line not opened: {}", e.getMessage());
            registrationChanged(new RegistrationSnapshot(RegistrationState.FAILED,
                    new RegistrationCause.BadSetting("codecs"), lane.now(), null));
            return;
        }
        wakeWatch.begin();
        publish();
        if (!account.route().registrar().isEmpty()) {
            signaling.register();
        }
    }

    void unregister() {
        Line former = line;
        if (former == null) {
            return;
        }
        calls().forEach(this::end);
        referrals.forget();
        wakeWatch.end();
        former.signaling().close();
        line = null;
        registrationChanged(RegistrationSnapshot.off(lane.now()));
    }

    void dial(CallId id, CallRequest request, @Nullable CallId about) {
        Optional<DialTarget> parsed = parse(request.target());
        RemoteParty remote = parsed.map(DialTarget::asParty)
                .orElseGet(() -> new RemoteParty("", request.target(), "", false, CallHints.NONE));
        Call call = new Call(id, CallDirection.OUTGOING, remote, lane.now());
        call.consults(about);
        Line open = line;
        if (parsed.isEmpty()) {
            finish(call, new CallEndCause.BadTarget());
        } else if (open == null || !hasFreeLine()) {
            finish(call, new CallEndCause.NoFreeLine());
        } else {
            calls.put(id, call);
            attention.turnTo(call);
            changed(call);
            open.signaling().invite(id, parsed.get().uri(), request.extra(), local -> offerFrom(call, local));
        }
    }

    /// What was dialled, within our own domain where it names none.
    Optional<DialTarget> parse(String target) {
        return DialTarget.parse(target, domain());
    }

    /// Host part of our own address; empty without an account.
    String domain() {
        return account().map(own -> DialTarget.domainOf(own.identity().aor())).orElse("");
    }

    private String offerFrom(Call call, InetAddress local) {
        try {
            return openMedia(call, local).createOffer(MediaDirection.SENDRECV);
        } catch (MediaException e) {
            LOG.warn("Call {} has no media: {}", call.id().value(), e.getMessage(), e);
            finish(call, new CallEndCause.NoCommonMedia());
            return "";
        }
    }

    MediaSession openMedia(Call call, InetAddress local) {
        MediaSession session = engine.open(call.id(), local, mediaPolicy(), new CallEars(this, call));
        call.media(session);
        sessions.put(call.id(), session);
        return session;
    }

    void answer(Call call) {
        answer(call, () -> { });
    }

    /// @param before runs once the answer is on its way, before anybody here hears of it
    void answer(Call call, Runnable before) {
        MediaSession media = call.media();
        if (call.state() != CallState.RINGING || media == null) {
            return;
        }
        attention.turnTo(call);
        call.take(CallInput.ANSWER, lane.now());
        signaling().ifPresent(s -> s.answer(call.id(), call.answerSdp()));
        media.start();
        before.run();
        changed(call);
    }

    void reject(Call call, int status) {
        if (call.state() == CallState.RINGING) {
            signaling().ifPresent(s -> s.refuse(call.id(), status));
            finish(call, new CallEndCause.RejectedHere());
        }
    }

    void mute(Call call, boolean muted) {
        if (call.hear(call.audio().muted(muted))) {
            applyMute(call);
            changed(call);
        }
    }

    /// The microphone is silent while muted, from the moment hold is asked for until resume is agreed, and while the operator is
    /// warned that it will open.
    void applyMute(Call call) {
        MediaSession media = call.media();
        if (media != null) {
            boolean onHold = call.state().established() && !call.state().talking();
            media.mute(onHold || call.audio().muted() || call.warned());
        }
    }

    void hold(Call call) {
        modify(call, CallInput.HOLD, MediaDirection.SENDONLY);
    }

    void resume(Call call) {
        if (call.state().takes(CallInput.RESUME)) {
            attention.turnTo(call);
        }
        if (!attention.takeBack(call)) {
            modify(call, CallInput.RESUME, MediaDirection.SENDRECV);
        }
    }

    private void modify(Call call, CallInput input, MediaDirection direction) {
        MediaSession media = call.media();
        if (media != null && call.take(input, lane.now())) {
            applyMute(call);
            signaling().ifPresent(s -> s.modify(call.id(), media.createOffer(direction)));
            changed(call);
        }
    }

    void sendDigit(Call call, char digit) {
        MediaSession media = call.media();
        boolean sendable = call.state().talking() || call.state() == CallState.EARLY_MEDIA;
        if (media != null && sendable && !media.sendDigit(digit)) {
            signaling().ifPresent(s -> s.sendDigit(call.id(), digit));
        }
    }

    void end(Call call) {
        if (call.state() == CallState.RINGING) {
            reject(call, 486);
        } else {
            signaling().ifPresent(s -> s.end(call.id()));
            finish(call, new CallEndCause.EndedHere());
        }
    }

    /// A call rings while another one is talked on: the headset beeps once.
    void announceSecond(Call ringing) {
        if (calls.values().stream().anyMatch(other -> other != ringing && other.state().established())) {
            engine.cue(HeadsetSound.SECOND_CALL);
        }
    }

    /// Warns the operator that the microphone is about to open.
    void warnOfTalk() {
        engine.cue(HeadsetSound.ANSWERED_BY_ITSELF);
    }

    /// Hangs up for a cause that is neither side's wish.
    void endBy(Call call, CallEndCause cause) {
        if (call.state() != CallState.TERMINATED) {
            signaling().ifPresent(s -> s.end(call.id()));
            finish(call, cause);
        }
    }

    /// Sound is back after a silence: where the registrar was out of reach too, it is asked at once.
    void networkBack() {
        if (registration.state() == RegistrationState.FAILED) {
            signaling().ifPresent(Signaling::renew);
        }
    }

    /// Connections that may carry a call are tried before they are given up.
    private void woken() {
        doubted = !calls.isEmpty() && registration.state() == RegistrationState.REGISTERED;
        signaling().ifPresent(doubted ? Signaling::refresh : Signaling::renew);
    }

    void setAcceptingCalls(boolean accept) {
        accepting = accept;
        publish();
    }

    boolean takesCalls() {
        return accepting && hasFreeLine() && (calls.isEmpty() || permissions().callWaiting());
    }

    Attention attention() {
        return attention;
    }

    Transfers transfers() {
        return transfers;
    }

    ReferralDesk referrals() {
        return referrals;
    }

    ServiceCalls services() {
        return services;
    }

    CallRecordings recordings() {
        return recordings;
    }

    Conference conference() {
        return conference;
    }

    /// Calls that are not over, oldest first.
    List<Call> calls() {
        return List.copyOf(calls.values());
    }

    private boolean hasFreeLine() {
        return account().filter(own -> calls.size() < own.policy().maxCalls()).isPresent();
    }

    Optional<Signaling> signaling() {
        return Optional.ofNullable(line).map(Line::signaling);
    }

    private Optional<SipAccount> account() {
        return Optional.ofNullable(line).map(Line::account);
    }

    MediaPolicy mediaPolicy() {
        return account().map(SipAccount::media).orElse(MediaPolicy.PLAIN);
    }

    SipAccount.CallPolicy policy() {
        return account().map(SipAccount::policy).orElse(SipAccount.CallPolicy.PLAIN);
    }

    SipAccount.Patience patience() {
        return account().map(SipAccount::patience).orElse(SipAccount.Patience.USUAL);
    }

    SipAccount.Permissions permissions() {
        return account().map(SipAccount::permissions).orElse(SipAccount.Permissions.USUAL);
    }

    void add(Call call) {
        calls.put(call.id(), call);
    }

    /// Drops a call nobody has heard of yet.
    void forget(Call call, CallEndCause cause) {
        call.finish(cause, lane.now());
        calls.remove(call.id());
        sessions.remove(call.id());
        publish();
    }

    void finish(Call call, CallEndCause cause) {
        if (call.finish(cause, lane.now())) {
            calls.remove(call.id());
            sessions.remove(call.id());
            changed(call);
            attention.left(call);
        }
    }

    void registrationChanged(RegistrationSnapshot now) {
        boolean failed = doubted && now.state() == RegistrationState.FAILED;
        doubted = false;
        registration = now;
        if (failed) {
            lane.execute(() -> signaling().ifPresent(Signaling::renew));
        }
        emit(new SoftphoneEvent.RegistrationChanged(now));
    }

    void changed(Call call) {
        recordings.notice(call);
        emit(new SoftphoneEvent.CallChanged(call.snapshot()));
        referrals.noticed(call);
        conference.update();
    }

    void emit(SoftphoneEvent event) {
        publish();
        listeners.forEach(listener -> listener.happened(event));
    }

    private void publish() {
        String listening = Optional.ofNullable(line).map(Line::listening).orElse("");
        snapshot = new SoftphoneSnapshot(registration, calls().stream().map(Call::snapshot).toList(), listening, accepting,
                referrals.wishes());
    }
}
