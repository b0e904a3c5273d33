package ru.garnitura.softphone.call;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// A media engine without sound, as strict with SDP as the real one. Its own is real enough for any peer: PCMA and PCMU on a
/// port nobody listens to.
public final class ScriptedMedia implements MediaEngine {

    /// PCMU or PCMA on a line for sound.
    private static final Pattern CODEC = Pattern.compile("(?m)^m=audio \\d+ RTP/AVP\\b.* [08]\\b");

    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final List<HeadsetSound> cues = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";
    private volatile boolean takesDigits = true;
    private volatile MediaPolicy prepared = MediaPolicy.plain();
    private volatile Set<CallId> conference = Set.of();

    /// What a remote side says that sends and listens.
    public static String remote() {
        return remote(MediaDirection.SENDRECV);
    }

    /// What a remote side says, by the direction as it sees it.
    public static String remote(MediaDirection direction) {
        return description(1, "127.0.0.1", direction);
    }

    private static String description(int version, String host, MediaDirection direction) {
        return String.join("\r\n", "v=0", "o=- 1 " + version + " IN IP4 " + host, "s=-", "c=IN IP4 " + host, "t=0 0",
                "m=audio 40000 RTP/AVP 8 0", "a=rtpmap:8 PCMA/8000", "a=rtpmap:0 PCMU/8000",
                "a=" + direction.name().toLowerCase(Locale.ROOT), "");
    }

    /// Sessions opened, oldest first.
    public List<Session> sessions() {
        return sessions;
    }

    /// Makes every SDP from outside unacceptable; an empty text ends it.
    public void refuse(String why) {
        refusal = why;
    }

    /// Remote sides take no telephone events.
    public void takeNoDigits() {
        takesDigits = false;
    }

    @Override
    public void prepare(MediaPolicy policy) {
        if (policy.codecs().stream().noneMatch(Set.of("opus", "g722", "pcma", "pcmu")::contains)) {
            throw new MediaException("no codec of ours among " + policy.codecs());
        }
        prepared = policy;
    }

    /// The policy prepared for last.
    public MediaPolicy prepared() {
        return prepared;
    }

    @Override
    public MediaSession open(CallId call, InetAddress local, MediaPolicy policy, MediaListener listener) {
        Session session = new Session(local, listener);
        sessions.add(session);
        return session;
    }

    /// The calls that hear each other now.
    public Set<CallId> conference() {
        return conference;
    }

    @Override
    public void conference(Set<CallId> members) {
        conference = Set.copyOf(members);
    }

    @Override
    public void cue(HeadsetSound sound) {
        cues.add(sound);
    }

    /// How often the headset beeped for a second call.
    public int beeps() {
        return (int) cues.stream().filter(cue -> cue == HeadsetSound.SECOND_CALL).count();
    }

    /// What was played in the headset.
    public List<HeadsetSound> cues() {
        return cues;
    }

    @Override
    public void close() {
        sessions.clear();
    }

    /// One scripted session; what was asked of it stands in [#verbs].
    public final class Session implements MediaSession {

        private final InetAddress local;
        private final MediaListener listener;
        private final List<String> verbs = new CopyOnWriteArrayList<>();
        private final List<Recording> recordings = new CopyOnWriteArrayList<>();
        private int version;

        private Session(InetAddress local, MediaListener listener) {
            this.local = local;
            this.listener = listener;
        }

        /// `offer SENDRECV`, `answer SENDRECV`, `accept`, `ringback`, `no ringback`, `start`, `mute true`, `digit 5`, `close`.
        public List<String> verbs() {
            return new ArrayList<>(verbs);
        }

        /// The last recording's file was closed.
        public void endRecording(boolean whole) {
            recordings.getLast().ended().ended(whole);
        }

        /// For tests that speak as the remote side's media.
        public MediaListener remote() {
            return listener;
        }

        @Override
        public String createOffer(MediaDirection direction) {
            verbs.add("offer " + direction);
            return sdp(direction);
        }

        @Override
        public String answer(String remoteOffer, MediaDirection direction) {
            accept("answer " + direction, remoteOffer);
            return sdp(answering(remoteOffer, direction));
        }

        @Override
        public void accept(String remoteAnswer) {
            accept("accept", remoteAnswer);
        }

        private void accept(String verb, String sdp) {
            if (!refusal.isEmpty()) {
                throw new MediaException(refusal);
            }
            if (!sdp.startsWith("v=0") || !CODEC.matcher(sdp).find()) {
                throw new MediaException("No SDP to live with: " + sdp);
            }
            verbs.add(verb);
            if (sdp.contains("a=sendonly")) {
                listener.remoteDirectionChanged(MediaDirection.RECVONLY);
            } else if (sdp.contains("a=inactive")) {
                listener.remoteDirectionChanged(MediaDirection.INACTIVE);
            } else {
                listener.remoteDirectionChanged(MediaDirection.SENDRECV);
            }
        }

        private MediaDirection answering(String offer, MediaDirection wanted) {
            return offer.contains("a=sendonly") ? MediaDirection.RECVONLY
                    : offer.contains("a=inactive") ? MediaDirection.INACTIVE : wanted;
        }

        private String sdp(MediaDirection direction) {
            version++;
            return description(version, local.getHostAddress(), direction);
        }

        @Override
        public void start() {
            verbs.add("start");
        }

        @Override
        public void ringback(boolean heard) {
            verbs.add(heard ? "ringback" : "no ringback");
        }

        @Override
        public void relocate(InetAddress to) {
            verbs.add("relocate " + to.getHostAddress());
        }

        @Override
        public void setAside(boolean aside) {
            verbs.add("aside " + aside);
        }

        @Override
        public void mute(boolean muted) {
            verbs.add("mute " + muted);
        }

        @Override
        public boolean sendDigit(char digit) {
            verbs.add("digit " + digit);
            return takesDigits;
        }

        @Override
        public void record(Recording recording) {
            verbs.add("record");
            recordings.add(recording);
        }

        @Override
        public void pauseRecording(boolean paused) {
            verbs.add(paused ? "pause recording" : "go on recording");
        }

        @Override
        public MediaSnapshot snapshot() {
            return MediaSnapshot.NONE;
        }

        @Override
        public void close() {
            verbs.add("close");
        }
    }
}
