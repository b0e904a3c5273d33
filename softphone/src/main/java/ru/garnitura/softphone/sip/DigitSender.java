package ru.garnitura.softphone.sip;

import java.util.ArrayDeque;
import java.util.Queue;

import javax.sip.message.Request;
import javax.sip.message.Response;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.CallEndCause;

/// Keys told by INFO (RFC 2976, `application/dtmf-relay` as gateways understand it), one after another: two requests under way
/// at once may change places. Signaling lane.
final class DigitSender implements Exchange.Outcome {

    private static final Logger LOG = LoggerFactory.getLogger(DigitSender.class);

    private final EstablishedLeg leg;
    private final Queue<Character> waiting = new ArrayDeque<>();
    private boolean sending;

    DigitSender(EstablishedLeg leg) {
        this.leg = leg;
    }

    void send(char digit) {
        waiting.add(digit);
        next();
    }

    private void next() {
        Character digit = sending || !leg.open() ? null : waiting.poll();
        if (digit == null) {
            return;
        }
        sending = true;
        leg.send(this, hop -> leg.dialog().request(Request.INFO).body(InfoDigits.TYPE, InfoDigits.bodyOf(digit)));
    }

    @Override
    public void success(Response response) {
        sending = false;
        next();
    }

    @Override
    public void failure(Response response) {
        sending = false;
        switch (response.getStatusCode()) {
            case Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, Response.REQUEST_TIMEOUT -> leg.lost(new CallEndCause.EndedByPeer());
            default -> {
                LOG.info("A key of call {} was not taken: {} for INFO", leg.id().value(), response.getStatusCode());
                next();
            }
        }
    }

    @Override
    public void silence(Responses.Silence why) {
        LOG.info("No answer to a key of call {}: {}", leg.id().value(), why);
        sending = false;
        waiting.clear();
    }
}
