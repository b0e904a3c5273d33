package ru.garnitura.desktop.link.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TextSocket;

/// The operator's one event socket. [#run] owns everything on a virtual thread of its own; callbacks of connections and
/// the verbs only leave signals for it. A broken connection is thrown away and another made, which resumes after what is
/// safe on this machine. Frames reach the listener on the socket's thread, in the order they came.
public final class EventSocket implements Runnable, AutoCloseable {

    static final Duration ACK_EVERY = Duration.ofMillis(250);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration GREETING = Duration.ofSeconds(15);
    /// More unsent bytes than this means that nobody reads at the other end.
    private static final long MOST_WAITING = 4 << 20;
    private static final Logger log = LoggerFactory.getLogger(EventSocket.class);

    private final RestClient client;
    private final String device;
    private final Time time;
    private final Ears ears;
    private final Backoff backoff;
    private final SleepWatch sleep;
    private final AckLedger acks = new AckLedger();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final AtomicBoolean ackWanted = new AtomicBoolean();
    private volatile LineState state = new LineState.Idle();
    private volatile @Nullable Connection greeted;
    private @Nullable Connection current;
    private long attemptAt;
    private boolean attemptPlanned;
    private long ackAt;
    private volatile boolean closed;

    /// @param desk    the desk's clock, corrected when the machine slept
    /// @param machine the machine's wall clock
    /// @param nanos   monotonic, nanoseconds
    public record Time(ServerClock desk, InstantSource machine, LongSupplier nanos) {
    }

    /// Who is told; on the socket's thread.
    public record Ears(Consumer<ServerFrame> frames, Consumer<LineState> line) {
    }

    private sealed interface Signal {

        record Opened(Connection by) implements Signal {
        }

        record Frame(Connection by, String text) implements Signal {
        }

        record Ended(Connection by, TextSocket.End end) implements Signal {
        }

        record RetryNow() implements Signal {
        }

        record SignedOut() implements Signal {
        }

        record Ack() implements Signal {
        }

        record Close() implements Signal {
        }
    }

    /// One attempt; never used twice.
    private final class Connection implements TextSocket.Listener {

        private volatile @Nullable TextSocket socket;
        private volatile boolean dropped;
        private long greetingBy = Long.MAX_VALUE;

        void take(TextSocket opened) {
            socket = opened;
            if (dropped) {
                opened.cancel();
            }
        }

        boolean send(String frame) {
            TextSocket open = socket;
            return open != null && open.waiting() < MOST_WAITING && open.send(frame);
        }

        void drop() {
            dropped = true;
            TextSocket open = socket;
            if (open != null) {
                open.cancel();
            }
        }

        @Override
        public void opened() {
            signals.add(new Signal.Opened(this));
        }

        @Override
        public void frame(String text) {
            signals.add(new Signal.Frame(this, text));
        }

        @Override
        public void ended(TextSocket.End end) {
            signals.add(new Signal.Ended(this, end));
        }
    }

    public EventSocket(RestClient client, String device, Time time, Ears ears, RandomGenerator random) {
        this.client = client;
        this.device = device;
        this.time = time;
        this.ears = ears;
        this.backoff = new Backoff(random);
        this.sleep = new SleepWatch(time.machine(), time.nanos());
    }

    public LineState state() {
        return state;
    }

    /// Connects and stays connected until [#close].
    @Override
    public void run() {
        become(new LineState.Connecting(time.desk().instant()));
        connect();
        try {
            while (!closed) {
                Signal signal = signals.poll(untilNext(), TimeUnit.NANOSECONDS);
                sleep.look().ifPresent(this::wokeUp);
                if (signal != null) {
                    handle(signal);
                }
                doWhatIsDue();
            }
        } catch (InterruptedException _) {
            closed = true;
        } finally {
            dropCurrent();
            become(new LineState.Idle());
        }
    }

    private long untilNext() {
        long now = time.nanos().getAsLong();
        long wait = LOOK_EVERY.toNanos();
        if (attemptPlanned) {
            wait = Math.min(wait, attemptAt - now);
        }
        if (ackWanted.get()) {
            wait = Math.min(wait, ackAt - now);
        }
        return Math.max(0, wait);
    }

    private void doWhatIsDue() {
        long now = time.nanos().getAsLong();
        if (attemptPlanned && now - attemptAt >= 0) {
            connect();
        }
        if (ackWanted.get() && now - ackAt >= 0) {
            sendAck(now);
        }
        Connection waiting = current;
        if (waiting != null && waiting.greetingBy != Long.MAX_VALUE && now - waiting.greetingBy >= 0) {
            lost(LinkFault.SILENT, null);
        }
    }

    private void handle(Signal signal) {
        switch (signal) {
            case Signal.Opened(Connection by) when by == current -> greet(by);
            case Signal.Frame(Connection by, String text) when by == current -> take(by, text);
            case Signal.Ended(Connection by, TextSocket.End end) when by == current -> ended(end);
            case Signal.Opened _, Signal.Frame _, Signal.Ended _ -> log.debug("A dropped connection spoke");
            case Signal.RetryNow _ -> retry();
            case Signal.SignedOut _ -> rest(new LineState.SignedOut(time.desk().instant()));
            case Signal.Ack _ -> log.trace("Acknowledgement planned");
            case Signal.Close _ -> closed = true;
        }
    }

    private void connect() {
        attemptPlanned = false;
        var connection = new Connection();
        current = connection;
        connection.take(client.open("/v1/events", connection));
    }

    private void greet(Connection connection) {
        connection.greetingBy = time.nanos().getAsLong() + GREETING.toNanos();
        connection.send(acks.hello(device));
    }

    private void take(Connection by, String text) {
        ServerFrame frame;
        try {
            frame = FrameReader.frame(text);
        } catch (RuntimeException e) {
            log.warn("A frame of {} characters can't be read: {}", text.length(), e.getClass().getSimpleName());
            return;
        }
        switch (frame) {
            case ServerFrame.Welcome welcome -> {
                by.greetingBy = Long.MAX_VALUE;
                acks.welcomed(welcome.greeting());
                backoff.reset();
                greeted = by;
                ears.frames().accept(welcome);
                become(new LineState.Connected(time.desk().instant()));
            }
            case ServerFrame.Inbox inbox -> {
                if (acks.saw(inbox.seq(), isKeptByChats(inbox.news()))) {
                    ears.frames().accept(inbox);
                    wantAck();
                }
            }
            case ServerFrame.Complaint(String code, String of) -> log.warn("The back office refused {}: {}", of, code);
            case ServerFrame.Unknown(String kind) -> log.debug("Passed over a frame of kind {}", kind);
            case ServerFrame.Message _, ServerFrame.Receipt _, ServerFrame.Unspoken _, ServerFrame.Typing _,
                    ServerFrame.Queues _ -> ears.frames().accept(frame);
        }
    }

    private static boolean isKeptByChats(ServerFrame.InboxNews news) {
        return switch (news) {
            case ServerFrame.InboxNews.Offered _, ServerFrame.InboxNews.Assigned _, ServerFrame.InboxNews.Revoked _,
                    ServerFrame.InboxNews.Closed _ -> true;
            case ServerFrame.InboxNews.StateHeld _, ServerFrame.InboxNews.Broadcast _, ServerFrame.InboxNews.Other _ ->
                false;
        };
    }

    private void ended(TextSocket.End end) {
        switch (end) {
            case TextSocket.End.Closed(int code) when code == 4409 ->
                rest(new LineState.TakenOver(time.desk().instant()));
            case TextSocket.End.Closed(int code) -> {
                if (code == 4400) {
                    acks.forgetToken();
                }
                log.info("The back office closed the event socket: {}", code);
                lost(LinkFault.BROKEN, null);
            }
            case TextSocket.End.Failed(Failure.NotSignedIn _) -> rest(new LineState.SignedOut(time.desk().instant()));
            case TextSocket.End.Failed(Failure.NewerContract(int needed)) -> {
                rest(new LineState.NewerContract(needed));
                plan(Backoff.LONGEST);
            }
            case TextSocket.End.Failed(Failure failure) -> {
                log.info("The event socket ended: {}", failure.detail());
                lost(failure.fault(), failure instanceof Failure.NoAnswer none ? none.retryAfter() : null);
            }
        }
    }

    /// Down, and tried again after a pause.
    private void lost(LinkFault cause, @Nullable Duration pause) {
        dropCurrent();
        become(state instanceof LineState.Reconnecting(var since, _) ? new LineState.Reconnecting(since, cause)
                : new LineState.Reconnecting(time.desk().instant(), cause));
        Duration own = backoff.next();
        plan(pause == null || pause.compareTo(own) < 0 ? own : pause);
    }

    /// Down, and left alone until something changes.
    private void rest(LineState why) {
        dropCurrent();
        attemptPlanned = false;
        become(why);
    }

    private void retry() {
        if (!(state instanceof LineState.Connected) && (attemptPlanned || current == null)) {
            backoff.reset();
            connect();
        }
    }

    private void wokeUp(Duration slept) {
        log.info("This machine slept for {} s", slept.toSeconds());
        time.desk().slept(slept);
        if (current != null || attemptPlanned) {
            dropCurrent();
            become(new LineState.Reconnecting(time.desk().instant(), LinkFault.SLEPT));
            backoff.reset();
            plan(Duration.ZERO);
        }
    }

    private void plan(Duration pause) {
        attemptAt = time.nanos().getAsLong() + pause.toNanos();
        attemptPlanned = true;
    }

    private void dropCurrent() {
        greeted = null;
        Connection dropped = current;
        current = null;
        if (dropped != null) {
            dropped.drop();
        }
    }

    private void become(LineState next) {
        state = next;
        ears.line().accept(next);
    }

    private void sendAck(long now) {
        ackWanted.set(false);
        ackAt = now + ACK_EVERY.toNanos();
        Connection open = greeted;
        String ack = open == null ? null : acks.takeAck();
        if (open != null && ack != null) {
            open.send(ack);
        }
    }

    private void wantAck() {
        if (ackWanted.compareAndSet(false, true)) {
            signals.add(new Signal.Ack());
        }
    }

    /// Everything of the session up to `seq` is safe here. Any thread.
    public void acknowledge(String session, long seq) {
        acks.session(session, seq);
        wantAck();
    }

    /// Every inbox line up to `seq` is safe here. Any thread.
    public void acknowledgeInbox(long seq) {
        acks.inbox(seq);
        wantAck();
    }

    /// The session is over: nothing of it is resumed. Any thread.
    public void forget(String session) {
        acks.forget(session);
    }

    /// Sends a hint now, or drops it. Any thread.
    ///
    /// @return false where there is no line
    public boolean offer(String frame) {
        Connection open = greeted;
        return open != null && open.send(frame);
    }

    /// Tries now. Any thread.
    public void retryNow() {
        signals.add(new Signal.RetryNow());
    }

    /// Nobody is signed in any more. Any thread.
    public void signedOut() {
        signals.add(new Signal.SignedOut());
    }

    @Override
    public void close() {
        signals.add(new Signal.Close());
    }
}
