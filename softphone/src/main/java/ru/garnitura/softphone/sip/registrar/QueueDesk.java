package ru.garnitura.softphone.sip.registrar;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stand's queue: members say by service number that they come, pause and go on, and are offered no call of the queue
/// while they pause. Like a PBX it answers at once and works afterwards: who hangs up sooner than that was not heard. The
/// registrar's own thread; `paused` from any.
final class QueueDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);
    /// A call that came through a queue says so.
    private static final String QUEUE = "X-Queue";
    /// How long the work takes.
    private static final Duration WORK = Duration.ofSeconds(1);
    private static final Pattern AUDIO = Pattern.compile("(?m)^m=audio \\d+ (\\S+) (\\d+)");

    private final InetSocketAddress self;
    private final Replies replies;
    private final Map<String, Member> members = new HashMap<>();
    /// Calls that were answered and not worked on yet, oldest first, by Call-ID.
    private final Map<String, Answered> answered = new LinkedHashMap<>();

    /// What a member said last.
    private enum Member { LOGGED_IN, PAUSED, LEFT }

    private record Answered(String caller, String code, long nanos) {

        Member told() {
            return code.startsWith("*46") ? Member.PAUSED : code.equals("*48") ? Member.LEFT : Member.LOGGED_IN;
        }
    }

    QueueDesk(InetSocketAddress self, Replies replies) {
        this.self = self;
        this.replies = replies;
    }

    /// Members that take no calls of the queue now.
    synchronized Set<String> paused() {
        work();
        return members.entrySet().stream().filter(member -> member.getValue() == Member.PAUSED).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Does what falls due.
    private void work() {
        for (Iterator<Answered> calls = answered.values().iterator(); calls.hasNext();) {
            Answered call = calls.next();
            if (System.nanoTime() - call.nanos() < WORK.toNanos()) {
                return;
            }
            calls.remove();
            members.merge(call.caller(), call.told(),
                    (before, now) -> call.code().equals("*45") && before != Member.LEFT ? before : now);
        }
    }

    private synchronized void hungUp(String callId) {
        work();
        Answered lost = answered.remove(callId);
        if (lost != null) {
            LOG.info("{} hung up too soon for {}", lost.caller(), lost.code());
        }
    }

    private synchronized void answer(String callId, Answered call) {
        answered.putIfAbsent(callId, call);
    }

    /// Whether a request within a dialog is one of a call to a service number.
    static boolean owns(SIPRequest request) {
        return Replies.closes(request);
    }

    /// Ends such a call, or takes note of its ACK.
    void within(SIPRequest request, InetSocketAddress source) {
        if (!request.getMethod().equals(Request.ACK)) {
            hungUp(request.getCallId().getCallId());
            replies.send(replies.reply(request, Response.OK), source);
        }
    }

    /// Takes a call to a service number; false where it is none.
    ///
    /// @param caller who proved to be calling
    boolean takes(SIPRequest request, String caller, InetSocketAddress source) throws ParseException {
        String code = request.getRequestURI() instanceof SipURI uri && uri.getUser() != null ? uri.getUser() : "";
        boolean known = code.startsWith("*46") || code.equals("*45") || code.equals("*47") || code.equals("*48");
        if (!known || !request.getMethod().equals(Request.INVITE)) {
            return false;
        }
        answer(request.getCallId().getCallId(), new Answered(caller, code, System.nanoTime()));
        LOG.info("{} dialled {}", caller, code);
        SIPResponse ok = replies.reply(request, Response.OK);
        Replies.with(ok, "Contact", "<sip:" + self.getAddress().getHostAddress() + ":" + self.getPort() + ">");
        ok.setContent(deaf(request.getRawContent()), Replies.type("application", "sdp"));
        replies.send(ok, source);
        return true;
    }

    /// An answer by which nobody hears anything, in the offer's own profile and first format.
    private String deaf(byte @Nullable [] offer) {
        String text = offer == null ? "" : new String(offer, StandardCharsets.UTF_8);
        Matcher media = AUDIO.matcher(text);
        boolean offered = media.find();
        return """
                v=0\r
                o=- 1 1 IN IP4 %1$s\r
                s=-\r
                c=IN IP4 %1$s\r
                t=0 0\r
                m=audio 9 %2$s %3$s\r
                a=inactive\r
                """.formatted(self.getAddress().getHostAddress(), offered ? media.group(1) : "RTP/AVP", offered ? media.group(2) : "8");
    }

    /// Whether a call of the queue wants a member who pauses.
    synchronized boolean keepsAway(SIPRequest request) {
        work();
        String callee = request.getRequestURI() instanceof SipURI uri ? String.valueOf(uri.getUser()) : "";
        return request.getHeader(QUEUE) != null && members.getOrDefault(callee, Member.LOGGED_IN) != Member.LOGGED_IN;
    }
}
