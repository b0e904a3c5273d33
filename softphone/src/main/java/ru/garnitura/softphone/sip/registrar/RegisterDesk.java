package ru.garnitura.softphone.sip.registrar;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;

import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.address.SipURI;
import javax.sip.message.Response;

import ru.garnitura.softphone.sip.digest.DigestVerifier;

/// Carries out REGISTER (RFC 3261, section 10.3), one contact a user: the latest.
final class RegisterDesk {

    private static final int LONGEST_TERM_SECONDS = 3600;

    private final DigestVerifier verifier;
    private final Bindings bindings;
    private final Replies replies;

    RegisterDesk(DigestVerifier verifier, Bindings bindings, Replies replies) {
        this.verifier = verifier;
        this.bindings = bindings;
        this.replies = replies;
    }

    void register(SIPRequest request, InetSocketAddress source) {
        String credentials = Texts.value(request, "Authorization");
        var verdict = credentials.isEmpty() ? DigestVerifier.Verdict.BAD : verifier.check(credentials, "REGISTER");
        String user = request.getTo().getAddress().getURI() instanceof SipURI uri && uri.getUser() != null
                ? uri.getUser() : "";
        if (verdict != DigestVerifier.Verdict.GOOD) {
            SIPResponse challenge = replies.reply(request, Response.UNAUTHORIZED);
            verifier.challenges(verdict == DigestVerifier.Verdict.STALE)
                    .forEach(value -> Replies.with(challenge, "WWW-Authenticate", value));
            replies.send(challenge, source);
        } else if (!user.equals(DigestVerifier.userOf(credentials))) {
            replies.send(replies.reply(request, Response.FORBIDDEN), source);
        } else {
            bind(request, source, user);
        }
    }

    private void bind(SIPRequest request, InetSocketAddress source, String user) {
        SIPResponse ok = replies.reply(request, Response.OK);
        Iterator<?> contacts = request.getHeaders("Contact");
        while (contacts.hasNext()) {
            Contact contact = (Contact) contacts.next();
            int term = Math.min(termOf(request, contact), LONGEST_TERM_SECONDS);
            if (term == 0) {
                bindings.remove(user);
            } else {
                String uri = contact.getAddress().getURI().toString();
                bindings.put(user, uri, source, Duration.ofSeconds(term));
                Replies.with(ok, "Contact", "<" + uri + ">;expires=" + term);
            }
        }
        replies.send(ok, source);
    }

    private static int termOf(SIPRequest request, Contact contact) {
        if (contact.isWildCard()) {
            return 0;
        }
        if (contact.getExpires() >= 0) {
            return contact.getExpires();
        }
        return request.getExpires() == null ? LONGEST_TERM_SECONDS : request.getExpires().getExpires();
    }
}
