package ru.garnitura.desktop.link.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/// What is safe on this machine: positions of sessions and of the inbox. The back office resumes after them. Any thread.
final class AckLedger {

    private final Map<String, Long> sessions = new HashMap<>();
    private final Map<String, Long> unsent = new HashMap<>();
    private long inbox;
    private long inboxSeen;
    private long inboxHandedOver;
    private long inboxSent;
    private @Nullable String token;

    /// The session is safe up to `seq`.
    synchronized void session(String id, long seq) {
        Long before = sessions.get(id);
        if (before == null || before < seq) {
            sessions.put(id, seq);
            unsent.put(id, seq);
        }
    }

    /// The feature has inbox lines up to `seq` safe; what it was never given needs no promise of it.
    synchronized void inbox(long seq) {
        inbox = Math.max(inbox, Math.min(seq, inboxSeen));
        takeWhatNobodyKeeps();
    }

    synchronized void forget(String id) {
        sessions.remove(id);
        unsent.remove(id);
    }

    /// Whether the inbox line is new here.
    ///
    /// @param kept somebody will say when it is safe; otherwise it is as soon as it was seen
    synchronized boolean saw(long seq, boolean kept) {
        if (seq <= inboxSeen) {
            return false;
        }
        inboxSeen = seq;
        if (kept) {
            inboxHandedOver = seq;
        }
        takeWhatNobodyKeeps();
        return true;
    }

    private void takeWhatNobodyKeeps() {
        if (inbox >= inboxHandedOver) {
            inbox = inboxSeen;
        }
    }

    synchronized void welcomed(ServerFrame.Greeting greeting) {
        token = greeting.token();
        if (!greeting.resumed()) {
            inbox = greeting.inbox();
            inboxSeen = inbox;
            inboxHandedOver = inbox;
            inboxSent = inbox;
        }
    }

    /// The next connection starts anew.
    synchronized void forgetToken() {
        token = null;
    }

    synchronized String hello(String device) {
        ObjectNode hello = Json.object().put("t", "hello").put("device", device);
        if (token == null) {
            return hello.putNull("resume").toString();
        }
        ObjectNode resume = hello.putObject("resume").put("token", token);
        sessions.forEach(resume.putObject("seq")::put);
        resume.put("inbox", inbox);
        unsent.clear();
        inboxSent = inbox;
        return hello.toString();
    }

    /// The next acknowledgement; null where there is nothing new to say.
    synchronized @Nullable String takeAck() {
        if (unsent.isEmpty() && inboxSent == inbox) {
            return null;
        }
        ObjectNode ack = Json.object().put("t", "ack");
        unsent.forEach(ack.putObject("seq")::put);
        ack.put("inbox", inbox);
        unsent.clear();
        inboxSent = inbox;
        return ack.toString();
    }
}
