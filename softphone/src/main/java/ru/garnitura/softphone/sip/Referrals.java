package ru.garnitura.softphone.sip;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.Timers;

/// Transfers within a dialog (RFC 3515): ours, followed by the remote side's NOTIFYs, and the remote side's, which we
/// report to it. One at a time in each direction. Signaling lane.
final class Referrals {

    /// The remote side must say something this long after the last time.
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SIPFRAG = "message/sipfrag;version=2.0";
    private static final Pattern EVENT = Pattern.compile("(?i)\\s*refer\\s*(?:;.*)?");
    private static final Pattern STATUS = Pattern.compile("\\s*SIP/2\\.0 (\\d{3})\\b.*", Pattern.DOTALL);

    private final SipLine line;
    private final Legs legs;
    private final EstablishedLeg leg;
    private boolean asking;
    /// The remote side told that the other one rings.
    private boolean ringing;
    private Timers.Timer patience = Timers.Timer.NONE;
    private @Nullable Incoming asked;
    private @Nullable Long reporting;

    Referrals(SipLine line, Legs legs, EstablishedLeg leg) {
        this.line = line;
        this.legs = legs;
        this.leg = leg;
    }

    void refer(String target, Map<String, String> extra) {
        ReferTarget wanted = new ReferTarget(target, extra);
        send(leg.simple() ? wanted.forSimple() : wanted);
    }

    /// Our partner in `consultation` is reached by its address of record where a proxy knows it, else by its contact.
    void referInto(SipDialog consultation, Map<String, String> extra) {
        String partner = line.account().route().registrar().isEmpty() ? consultation.remoteTarget()
                : SipDialog.uriIn(consultation.ends().remoteParty());
        Map<String, String> headers = new LinkedHashMap<>(leg.simple() ? Map.of() : extra);
        headers.put("Replaces", Replacement.of(consultation).value());
        send(new ReferTarget(partner, headers));
    }

    private void send(ReferTarget target) {
        asking = true;
        ringing = false;
        await();
        leg.send(new Asked(), hop -> leg.dialog().request(Request.REFER)
                .header("Contact", line.wire().contactTowards(hop.address())).header("Refer-To", target.value())
                .header("Referred-By", "<" + line.account().identity().aor() + ">"));
    }

    private void await() {
        patience.cancel();
        patience = line.lane().timers().after(PATIENCE, () -> refused(new CallEndCause.NoAnswer()));
    }

    private void refused(CallEndCause cause) {
        if (asking) {
            stop();
            legs.listener().transferRefused(leg.id(), cause);
        }
    }

    /// Whether a remote side that hangs up now may have been answered by the other one: many say nothing of it before.
    boolean handedOver() {
        return asking && !ringing;
    }

    void stop() {
        asking = false;
        patience.cancel();
    }

    /// News of the transfer we asked for. Of nothing else we have a subscription (RFC 6665, section 4.1.3).
    void notified(Incoming notify) {
        if (!EVENT.matcher(Wording.value(notify.request(), "Event")).matches()) {
            line.wire().refuse(notify, Response.BAD_EVENT);
            return;
        }
        Matcher status = STATUS.matcher(Wording.bodyOf(notify.request()));
        if (!asking || !status.matches()) {
            line.wire().reply(notify, line.wire().response(notify,
                    asking ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
            return;
        }
        line.wire().reply(notify, line.wire().response(notify, Response.OK));
        int code = Integer.parseInt(status.group(1));
        boolean over = Wording.value(notify.request(), "Subscription-State").startsWith("terminated");
        if (code >= 300) {
            refused(CallEndCause.of(code));
        } else if (code >= 200) {
            stop();
            legs.listener().transferred(leg.id());
        } else if (over) {
            refused(new CallEndCause.NoAnswer());
        } else {
            ringing = ringing || code >= Response.RINGING;
            await();
        }
    }

    /// The remote side asks us to call somebody else.
    void received(Incoming refer) {
        List<String> targets = Wording.values(refer.request(), "Refer-To");
        Optional<ReferTarget> target = targets.size() == 1 ? ReferTarget.parse(targets.getFirst()) : Optional.empty();
        if (asked != null || reporting != null) {
            line.wire().refuse(refer, Response.REQUEST_PENDING);
        } else if (target.isEmpty()) {
            line.wire().refuse(refer, Response.BAD_REQUEST);
        } else {
            asked = refer;
            Map<String, String> extra = new LinkedHashMap<>(target.get().headers());
            String by = Wording.value(refer.request(), "Referred-By");
            extra.put("Referred-By", by.isEmpty() ? "<" + SipDialog.uriIn(leg.dialog().ends().remoteParty()) + ">" : by);
            legs.listener().referred(leg.id(), target.get().uri(), extra);
        }
    }

    /// Accepts or refuses what the remote side asked for, then tells it how that goes.
    void progressed(int status) {
        Incoming refer = asked;
        asked = null;
        if (refer != null && status >= 300) {
            line.wire().refuse(refer, status);
            return;
        }
        if (refer != null) {
            Response accepted = line.wire().response(refer, Response.ACCEPTED);
            Headers.add(accepted, "Contact", line.wire().contactTowards(refer.source()));
            line.wire().reply(refer, accepted);
            reporting = Wording.cseqOf(refer.request());
        }
        Long subscription = reporting;
        if (subscription == null || !leg.open()) {
            return;
        }
        if (status >= 200) {
            reporting = null;
        }
        leg.send(Bye.UNHEEDED, hop -> leg.dialog().request(Request.NOTIFY)
                .header("Contact", line.wire().contactTowards(hop.address())).header("Event", "refer;id=" + subscription)
                .header("Subscription-State", status >= 200 ? "terminated;reason=noresource" : "active;expires=60")
                .body(SIPFRAG, "SIP/2.0 " + status + " " + (status < 200 ? "Trying" : status < 300 ? "OK" : "Failed") + "\r\n"));
    }

    /// Our REFER.
    private final class Asked implements Exchange.Outcome {

        @Override
        public void success(Response accepted) {
            // What comes of it is told by NOTIFY.
        }

        @Override
        public void failure(Response response) {
            switch (response.getStatusCode()) {
                case Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, Response.REQUEST_TIMEOUT ->
                        leg.lost(new CallEndCause.EndedByPeer());
                default -> refused(CallEndCause.of(response.getStatusCode()));
            }
        }

        @Override
        public void silence(Responses.Silence why) {
            refused(new CallEndCause.Unreachable());
        }
    }
}
