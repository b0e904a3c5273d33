package ru.garnitura.softphone.sip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// The state both ends of a dialog share (RFC 3261, section 12). Signaling lane.
final class SipDialog {

    private static final Pattern LOOSE = Pattern.compile("(?i);\\s*lr\\b");

    private final Ends ends;
    private final List<String> routes;
    private final boolean caller;
    private String remoteTarget;
    private long localSequence;
    /// Before the remote side's first request it is empty (RFC 3261, section 12.1.2), and that may have any number from 0 up.
    private long remoteSequence = -1;

    /// What never changes in a dialog. The parties are header values with their tags.
    record Ends(String callId, String localParty, String localTag, String remoteParty, String remoteTag) {
    }

    private SipDialog(Ends ends, List<String> routes, boolean caller, String remoteTarget) {
        this.ends = ends;
        this.routes = List.copyOf(routes);
        this.caller = caller;
        this.remoteTarget = remoteTarget;
    }

    /// The dialog a 2xx to our INVITE creates.
    static SipDialog calling(Response ok) {
        List<String> routes = new ArrayList<>(Wording.values(ok, "Record-Route"));
        Collections.reverse(routes);
        Ends ends = new Ends(Wording.callIdOf(ok), Wording.value(ok, "From"), Wording.fromTagOf(ok),
                Wording.value(ok, "To"), Wording.toTagOf(ok));
        SipDialog dialog = new SipDialog(ends, routes, true, targetOf(ok, ""));
        dialog.localSequence = Wording.cseqOf(ok);
        return dialog;
    }

    /// The dialog our 2xx to an INVITE creates.
    static SipDialog called(Request invite, String localTag) {
        Ends ends = new Ends(Wording.callIdOf(invite), Wording.value(invite, "To") + ";tag=" + localTag, localTag,
                Wording.value(invite, "From"), Wording.fromTagOf(invite));
        SipDialog dialog = new SipDialog(ends, Wording.values(invite, "Record-Route"), false, targetOf(invite, ""));
        dialog.remoteSequence = Wording.cseqOf(invite);
        return dialog;
    }

    private static String targetOf(Message message, String otherwise) {
        String contact = Wording.value(message, "Contact");
        return contact.isEmpty() ? otherwise : uriIn(contact);
    }

    /// The URI of a header value, without display name and header parameters.
    static String uriIn(String value) {
        int open = value.indexOf('<');
        int close = value.indexOf('>', open);
        return open >= 0 && close > open ? value.substring(open + 1, close) : value.split(";", 2)[0].strip();
    }

    Ends ends() {
        return ends;
    }

    /// This side sent the INVITE, so it owns the Call-ID.
    boolean caller() {
        return caller;
    }

    /// Where requests within the dialog go first.
    String nextHop() {
        return routes.isEmpty() ? remoteTarget : routes.getFirst();
    }

    String remoteTarget() {
        return remoteTarget;
    }

    /// A target refresh (RFC 3261, section 12.2).
    void retarget(Message message) {
        remoteTarget = targetOf(message, remoteTarget);
    }

    /// False for a request older than one already seen.
    boolean takesRequest(Request request) {
        long sequence = Wording.cseqOf(request);
        if (sequence <= remoteSequence) {
            return false;
        }
        remoteSequence = sequence;
        return true;
    }

    /// Requests of ours were sent in this dialog before it was established.
    void continueAfter(SipDialog early) {
        localSequence = Math.max(localSequence, early.localSequence);
    }

    /// The next request of ours.
    RequestDraft request(String method) {
        localSequence++;
        return request(method, localSequence);
    }

    /// The ACK to a 2xx, which takes its INVITE's number.
    RequestDraft ack(long inviteSequence) {
        return request(Request.ACK, inviteSequence);
    }

    /// A first proxy that routes strictly takes the place of the target, which then goes last (RFC 3261, section 12.2.1.1).
    private RequestDraft request(String method, long sequence) {
        boolean strict = !routes.isEmpty() && !LOOSE.matcher(routes.getFirst()).find();
        List<String> way = new ArrayList<>(strict ? routes.subList(1, routes.size()) : routes);
        if (strict) {
            way.add("<" + remoteTarget + ">");
        }
        return new RequestDraft(method, strict ? uriIn(routes.getFirst()) : remoteTarget).headers("Route", way).header("From", ends.localParty())
                .header("To", ends.remoteParty()).header("Call-ID", ends.callId())
                .header("CSeq", sequence + " " + method);
    }
}
