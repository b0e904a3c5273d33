package ru.garnitura.softphone.sip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sip.ClientTransaction;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.sip.digest.DigestChallenge;
import ru.garnitura.softphone.sip.digest.DigestClient;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// One request through to its final response, challenges included. Signaling lane.
final class Exchange implements Responses {

    private final SipWire wire;
    private final DigestClient digest;
    private final Outcome outcome;
    private final Map<String, String> credentials = new LinkedHashMap<>();
    private @Nullable Supplier<RequestDraft> drafts;
    private @Nullable ResolvedHop hop;
    private @Nullable ClientTransaction transaction;
    private boolean asked;

    /// How a request ended.
    interface Outcome {

        default void provisional(Response response) {
        }

        void success(Response response);

        /// A final status from 300 up; a 401 or 407 where the credentials were not accepted.
        void failure(Response response);

        void silence(Silence why);
    }

    Exchange(SipWire wire, DigestClient digest, Outcome outcome) {
        this.wire = wire;
        this.digest = digest;
        this.outcome = outcome;
    }

    /// Uses credentials the server has not asked for this time.
    Exchange with(String authorization) {
        credentials.put("Authorization", authorization);
        return this;
    }

    /// Sends the request, and sends it again with credentials where asked for them.
    ///
    /// @param next writes the request with the next CSeq, once for each try
    void send(Supplier<RequestDraft> next, ResolvedHop towards) {
        drafts = next;
        hop = towards;
        RequestDraft draft = next.get();
        credentials.forEach(draft::header);
        transaction = wire.send(draft, towards, this);
    }

    @Nullable ClientTransaction transaction() {
        return transaction;
    }

    @Override
    public void received(Response response) {
        int status = response.getStatusCode();
        if (status < 200) {
            outcome.provisional(response);
        } else if (status < 300) {
            outcome.success(response);
        } else {
            boolean challenged = status == 401 || status == 407;
            if (!challenged || !answered(response, status)) {
                outcome.failure(response);
            }
        }
    }

    @Override
    public void silent(Silence why) {
        outcome.silence(why);
    }

    /// A second challenge means that the password is wrong, unless the server says that only the nonce was stale.
    private boolean answered(Response response, int status) {
        boolean proxy = status == 407;
        List<String> headers = Wording.values(response, proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
        Optional<DigestChallenge> challenge = DigestChallenge.strongest(headers);
        String name = proxy ? "Proxy-Authorization" : "Authorization";
        boolean again = asked && credentials.containsKey(name);
        boolean wrong = again && challenge.filter(DigestChallenge::stale).isEmpty();
        if (challenge.isEmpty() || wrong || drafts == null || hop == null) {
            return false;
        }
        asked = true;
        Supplier<RequestDraft> next = drafts;
        RequestDraft draft = next.get();
        credentials.put(name, digest.answer(challenge.get(), draft.method(), draft.uri()));
        credentials.forEach(draft::header);
        transaction = wire.send(draft, hop, this);
        return true;
    }
}
