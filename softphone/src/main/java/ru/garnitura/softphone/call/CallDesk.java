package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what signaling reports into what happens to calls. Signaling lane.
final class CallDesk implements SignalingListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);
    private static final int BUSY_HERE = 486;
    private static final int NOT_ACCEPTABLE_HERE = 488;
    private static final int DECLINE = 603;

    private final Switchboard switchboard;
    private final SoftphoneLane lane;
    private final AutoAnswer autoAnswer;

    CallDesk(Switchboard switchboard, SoftphoneLane lane) {
        this.switchboard = switchboard;
        this.lane = lane;
        autoAnswer = new AutoAnswer(switchboard, lane);
    }

    @Override
    public void registrationChanged(RegistrationSnapshot registration) {
        switchboard.registrationChanged(registration);
    }

    @Override
    public void addressChanged(InetAddress local) {
        switchboard.calls().stream().filter(call -> call.state().established()).forEach(call -> relocate(call, local));
    }

    private void relocate(Call call, InetAddress local) {
        MediaSession media = call.media();
        if (media == null) {
            return;
        }
        try {
            media.relocate(local);
            String offer = media.createOffer(wanted(call));
            switchboard.signaling().ifPresent(s -> s.modify(call.id(), offer));
        } catch (MediaException e) {
            LOG.warn("Call {} can't follow to the new address: {}", call.id().value(), e.getMessage());
        }
    }

    private static MediaDirection wanted(Call call) {
        return call.snapshot().held() ? MediaDirection.SENDONLY : MediaDirection.SENDRECV;
    }

    @Override
    public void invited(CallId id, Invitation invitation) {
        Optional<Call> replaced = Optional.ofNullable(invitation.replaces()).flatMap(switchboard::find);
        if (replaced.isPresent()) {
            takeOver(id, invitation, replaced.get());
            return;
        }
        if (!switchboard.takesCalls()) {
            refuse(id, BUSY_HERE);
            switchboard.emit(new SoftphoneEvent.TurnedAway(invitation.remote()));
            return;
        }
        Call call = new Call(id, CallDirection.INCOMING, invitation.remote(), lane.now());
        switchboard.add(call);
        switchboard.signaling().ifPresent(s -> s.ring(id));
        if (!prepare(call, invitation)) {
            return;
        }
        autoAnswer.offered(call, invitation.answerAfterMs());
        switchboard.announceSecond(call);
    }

    private boolean prepare(Call call, Invitation invitation) {
        try {
            MediaSession media = switchboard.openMedia(call, invitation.local());
            call.answerSdp(invitation.offer().isEmpty() ? media.createOffer(MediaDirection.SENDRECV)
                    : media.answer(invitation.offer(), MediaDirection.SENDRECV));
            return true;
        } catch (MediaException e) {
            LOG.info("Incoming call {} can't be taken: {}", call.id().value(), e.getMessage());
            refuse(call.id(), NOT_ACCEPTABLE_HERE);
            switchboard.forget(call, new CallEndCause.NoCommonMedia());
            return false;
        }
    }

    /// An attended transfer ends here: this caller takes the place of one we talk to already, without a ring (RFC 3891).
    private void takeOver(CallId id, Invitation invitation, Call replaced) {
        Call call = new Call(id, CallDirection.INCOMING, invitation.remote(), lane.now());
        switchboard.add(call);
        if (!prepare(call, invitation)) {
            return;
        }
        boolean onHold = replaced.snapshot().held();
        call.hear(call.audio().conference(replaced.audio().conference()));
        switchboard.finish(replaced, new CallEndCause.Transferred());
        switchboard.answer(call);
        switchboard.emit(new SoftphoneEvent.IncomingCall(call.snapshot()));
        switchboard.signaling().ifPresent(s -> s.end(replaced.id()));
        if (onHold) {
            switchboard.hold(call);
        }
    }

    private void refuse(CallId id, int status) {
        switchboard.signaling().ifPresent(s -> s.refuse(id, status));
    }

    @Override
    public void progressed(CallId id, int status, String sdp) {
        with(id, call -> {
            boolean heard = !sdp.isEmpty() && call.state().takes(CallInput.EARLY_SOUND) && heardEarly(call, sdp)
                    && call.take(CallInput.EARLY_SOUND, lane.now());
            boolean rings = status == 180 && call.take(CallInput.ALERT, lane.now());
            switchboard.attention().sound(call);
            if (heard || rings) {
                switchboard.changed(call);
            }
        });
    }

    /// What does not fit is passed over: another fork may still answer with what does.
    private static boolean heardEarly(Call call, String sdp) {
        MediaSession media = call.media();
        if (media == null) {
            return false;
        }
        try {
            media.accept(sdp);
            media.start();
            return true;
        } catch (MediaException e) {
            LOG.info("Early media of call {} passed over: {}", call.id().value(), e.getMessage());
            return false;
        }
    }

    @Override
    public void answered(CallId id, String sdp) {
        if (switchboard.services().owns(id)) {
            switchboard.services().answered();
        }
        with(id, call -> {
            if (listen(call, sdp) && call.take(CallInput.ANSWER, lane.now())) {
                switchboard.changed(call);
                switchboard.attention().keepOneLive(call);
            }
        });
    }

    @Override
    public void acknowledged(CallId id, String sdp) {
        with(id, call -> listen(call, sdp));
    }

    /// Applies an answer, and hangs up where media cannot live with it.
    private boolean listen(Call call, String answer) {
        MediaSession media = call.media();
        if (media == null) {
            return false;
        }
        try {
            media.accept(answer);
            media.start();
            return true;
        } catch (MediaException e) {
            LOG.warn("Call {} ended, its SDP answer does not fit: {}", call.id().value(), e.getMessage());
            switchboard.signaling().ifPresent(s -> s.end(call.id()));
            switchboard.finish(call, new CallEndCause.NoCommonMedia());
            return false;
        }
    }

    @Override
    public void offerWanted(CallId id) {
        with(id, call -> {
            MediaSession media = call.media();
            if (media != null) {
                switchboard.signaling().ifPresent(s -> s.modify(id, media.createOffer(wanted(call))));
            }
        });
    }

    @Override
    public void offered(CallId id, String sdp) {
        if (switchboard.services().owns(id)) {
            switchboard.services().offered(sdp);
        }
        with(id, call -> {
            MediaSession media = call.media();
            if (media == null) {
                return;
            }
            MediaDirection wanted = wanted(call);
            try {
                String ours = sdp.isEmpty() ? media.createOffer(wanted) : media.answer(sdp, wanted);
                call.aside(false);
                switchboard.signaling().ifPresent(s -> s.acceptOffer(id, ours));
            } catch (MediaException e) {
                LOG.info("Re-INVITE of call {} refused: {}", id.value(), e.getMessage());
                switchboard.signaling().ifPresent(s -> s.refuseOffer(id));
            }
        });
    }

    @Override
    public void modified(CallId id, String sdp) {
        with(id, call -> {
            if (!listen(call, sdp)) {
                return;
            }
            call.aside(false);
            if (call.take(CallInput.AGREE, lane.now())) {
                switchboard.applyMute(call);
                switchboard.changed(call);
                if (call.state() == CallState.CONFIRMED) {
                    switchboard.attention().keepOneLive(call);
                }
            }
        });
    }

    @Override
    public void modifyRefused(CallId id, int status) {
        with(id, call -> {
            LOG.info("Re-INVITE of call {} was refused with {}", id.value(), status);
            switchboard.attention().holdRefused(call);
        });
    }

    @Override
    public void transferred(CallId id) {
        with(id, switchboard.transfers()::transferred);
    }

    @Override
    public void transferRefused(CallId id, CallEndCause cause) {
        with(id, call -> switchboard.transfers().refused(call, cause));
    }

    @Override
    public void referred(CallId id, String target, Map<String, String> extra) {
        if (switchboard.services().owns(id)) {
            switchboard.signaling().ifPresent(s -> s.referralProgressed(id, DECLINE));
        }
        with(id, call -> switchboard.referrals().asked(call, new CallRequest(target, extra)));
    }

    @Override
    public void digitReceived(CallId id, char digit) {
        switchboard.emit(new SoftphoneEvent.DigitReceived(id, digit));
    }

    @Override
    public void ended(CallId id, CallEndCause cause) {
        if (switchboard.services().owns(id)) {
            switchboard.services().ended(cause);
        }
        with(id, call -> switchboard.finish(call, cause));
    }

    private void with(CallId id, Consumer<Call> action) {
        switchboard.find(id).ifPresent(action);
    }
}
