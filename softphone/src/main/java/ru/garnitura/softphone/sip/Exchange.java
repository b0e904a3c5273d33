package ru.garnitura.softphone.sip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sip.ClientTransaction;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.sip.digest.DigestChallenge;
import ru.garnitura.softphone.sip.digest.DigestClient;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// One request through to its final response, challenges included. Signaling lane.
final class Exchange implements Responses {

    private static final int MOST_STALE_ROUNDS = 2;

    private final SipWire wire;
    private final Proof proof;
    private final Outcome outcome;
    /// What each realm asked of us last (RFC 3261, section 22.3).
    private final Map<Space, DigestChallenge> challenges = new LinkedHashMap<>();
    private String unasked = "";
    private @Nullable Supplier<RequestDraft> drafts;
    private @Nullable ResolvedHop hop;
    private @Nullable ClientTransaction transaction;
    private int staleRounds;
    private boolean silenced;

    /// How a request proves who sends it, and to whom.
    record Proof(DigestClient digest, Realms realms, Realms.Purpose purpose) {
    }

    /// Who asked, and in which role.
    private record Space(String realm, boolean proxy) {

        String header() {
            return proxy ? "Proxy-Authorization" : "Authorization";
        }
    }

    /// How a request ended.
    interface Outcome {

        default void provisional(Response response) {
        }

        void success(Response response);

        /// A final status from 300 up; a 401 or 407 where the credentials were not accepted.
        void failure(Response response);

        void silence(Silence why);
    }

    Exchange(SipWire wire, Proof proof, Outcome outcome) {
        this.wire = wire;
        this.proof = proof;
        this.outcome = outcome;
    }

    /// Uses credentials the server has not asked for this time.
    Exchange with(String authorization) {
        unasked = authorization;
        return this;
    }

    /// Sends the request, and sends it again with credentials where asked for them.
    ///
    /// @param next writes the request with the next CSeq, once for each try
    void send(Supplier<RequestDraft> next, ResolvedHop towards) {
        drafts = next;
        hop = towards;
        send(next.get(), towards);
    }

    /// A nonce's count rises with each use, so every try has credentials of its own.
    private void send(RequestDraft draft, ResolvedHop towards) {
        if (!unasked.isEmpty()) {
            draft.header("Authorization", unasked);
        }
        challenges.forEach((space, challenge) ->
                draft.header(space.header(), proof.digest().answer(challenge, draft.method(), draft.uri())));
        transaction = wire.send(draft, towards, this);
    }

    /// A challenge is not answered any more: nobody wants the request.
    void giveUp() {
        drafts = null;
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

    /// Where a repetition could not leave, the stack says so twice: the second time as a time-out, which it is not.
    @Override
    public void silent(Silence why) {
        if (!silenced) {
            silenced = true;
            outcome.silence(why);
        }
    }

    /// A second challenge of one realm means that the password is wrong, unless the server says that only the nonce was
    /// stale; a server that says so again and again is not believed. Strangers' challenges, which a proxy may have put beside
    /// its own (section 16.7), are passed over.
    private boolean answered(Response response, int status) {
        boolean proxy = status == 407;
        Supplier<RequestDraft> next = drafts;
        ResolvedHop towards = hop;
        if (next == null || towards == null) {
            return false;
        }
        List<DigestChallenge> asked = DigestChallenge.strongestOfEach(Wording.values(response, challengeHeader(status))).stream()
                .filter(one -> proof.realms().answers(one, towards, proof.purpose())).toList();
        if (asked.isEmpty() || !asked.stream().allMatch(one -> believable(one, proxy))) {
            return false;
        }
        unasked = proxy ? unasked : "";
        asked.forEach(one -> challenges.put(new Space(one.realm(), proxy), one));
        send(next.get(), towards);
        return true;
    }

    /// Where a response of this status has its challenges.
    static String challengeHeader(int status) {
        return status == Response.PROXY_AUTHENTICATION_REQUIRED ? "Proxy-Authenticate" : "WWW-Authenticate";
    }

    private boolean believable(DigestChallenge challenge, boolean proxy) {
        boolean again = challenges.containsKey(new Space(challenge.realm(), proxy));
        staleRounds += again ? 1 : 0;
        return !again || (challenge.stale() && staleRounds <= MOST_STALE_ROUNDS);
    }
}
