package ru.garnitura.softphone.peers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import ru.garnitura.softphone.SoftphoneModule;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// A softphone of ours on 127.0.0.1 with lanes of its own, and what happened to it.
public final class Phone implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final SipAccount.CallPolicy POLICY = new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma", "pcmu"),
            SrtpPolicy.OFF);

    private final ExecutorService lane;
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SoftphoneEvent> events = new ArrayList<>();
    private final SoftphoneModule module;
    private final String user;
    private SipAccount.Permissions permissions = SipAccount.Permissions.USUAL;

    public Phone(String user, MediaEngine media) {
        this(user, media, InstantSource.system());
    }

    /// On a signaling lane that its media reports to; closed with the phone.
    public Phone(String user, MediaEngine media, ExecutorService lane) {
        this(user, media, InstantSource.system(), lane);
    }

    /// With a wall clock of the test's own.
    public Phone(String user, MediaEngine media, InstantSource clock) {
        this(user, media, clock, freshLane());
    }

    /// One thread, tasks in order.
    public static ExecutorService freshLane() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }

    private Phone(String user, MediaEngine media, InstantSource clock, ExecutorService lane) {
        this.user = user;
        this.lane = lane;
        module = new SoftphoneModule(new SoftphoneModule.Needs(lane, io, clock, media));
        module.softphone().subscribe(event -> {
            synchronized (events) {
                events.add(event);
                events.notifyAll();
            }
        });
    }

    public Softphone softphone() {
        return module.softphone();
    }

    /// Whether accounts made from now on let a call ring while another goes on.
    public void callWaiting(boolean waiting) {
        permissions = new SipAccount.Permissions(waiting, Set.of(), SipAccount.Referrals.ASKED);
    }

    /// An account at this registrar, `sip:host:port`, or at none.
    public SipAccount account(String registrar, String password) {
        return new SipAccount(
                new SipAccount.Identity("sip:" + user + "@127.0.0.1", "Phone " + user, "", password::toCharArray),
                new SipAccount.Route(registrar, "", "127.0.0.1:0", SipTransport.UDP), POLICY,
                permissions);
    }

    /// An account that travels by another transport than UDP.
    ///
    /// @param ca PEM file of the authority to trust, or empty
    public SipAccount account(String registrar, SipTransport transport, String ca) {
        SipAccount plain = account(registrar, "pw-" + user);
        return new SipAccount(plain.identity(), new SipAccount.Route(registrar, "", "127.0.0.1:0", transport, ca), POLICY);
    }

    /// Registers with this account and waits until that is confirmed.
    public Phone register(SipAccount account) throws InterruptedException {
        softphone().register(account);
        await(() -> softphone().snapshot().registration().state() == RegistrationState.REGISTERED);
        return this;
    }

    /// Registers with password `pw-USER` and waits until that is confirmed.
    public Phone register(String registrar) throws InterruptedException {
        softphone().register(account(registrar, "pw-" + user));
        await(() -> softphone().snapshot().registration().state() == RegistrationState.REGISTERED);
        return this;
    }

    /// Listens without registering.
    public Phone listen() throws InterruptedException {
        return listen(account("", "pw-" + user));
    }

    /// Listens with this account, which registers nowhere.
    public Phone listen(SipAccount account) throws InterruptedException {
        softphone().register(account);
        await(() -> !softphone().snapshot().listening().isEmpty());
        return this;
    }

    /// `sip:USER@host:port` to reach this phone directly.
    public String uri() {
        return "sip:" + user + "@" + softphone().snapshot().listening();
    }

    public CallId dial(String target) {
        return softphone().dial(target, Map.of());
    }

    /// Waits for the next call that rings here.
    public CallSnapshot awaitRinging() throws InterruptedException {
        await(() -> calls().stream().anyMatch(call -> call.state() == CallState.RINGING));
        return calls().stream().filter(call -> call.state() == CallState.RINGING).findFirst().orElseThrow();
    }

    public void awaitState(CallId id, CallState state) throws InterruptedException {
        await(() -> changes(id).stream().anyMatch(call -> call.state() == state)
                && (state == CallState.TERMINATED || latest(id).state() == state));
    }

    /// Waits for the end of a call and tells why.
    public CallEndCause awaitEnd(CallId id) throws InterruptedException {
        awaitState(id, CallState.TERMINATED);
        CallEndCause cause = latest(id).end();
        if (cause == null) {
            throw new AssertionError("A call ended without a cause");
        }
        return cause;
    }

    public List<CallSnapshot> calls() {
        return softphone().snapshot().calls();
    }

    public CallSnapshot latest(CallId id) {
        return changes(id).getLast();
    }

    private List<CallSnapshot> changes(CallId id) {
        List<CallSnapshot> changes = new ArrayList<>();
        for (SoftphoneEvent event : events()) {
            switch (event) {
                case SoftphoneEvent.IncomingCall(CallSnapshot call) when call.id().equals(id) -> changes.add(call);
                case SoftphoneEvent.CallChanged(CallSnapshot call) when call.id().equals(id) -> changes.add(call);
                default -> { }
            }
        }
        return changes;
    }

    public List<SoftphoneEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    /// Drops the events seen so far.
    public void forget() {
        synchronized (events) {
            events.clear();
        }
    }

    public <T extends SoftphoneEvent> T awaitEvent(Class<T> type, Predicate<T> wanted) throws InterruptedException {
        await(() -> events().stream().filter(type::isInstance).map(type::cast).anyMatch(wanted));
        return events().stream().filter(type::isInstance).map(type::cast).filter(wanted).findFirst().orElseThrow();
    }

    /// A condition looked at again after each event.
    @FunctionalInterface
    public interface Condition {

        boolean holds();
    }

    public void await(Condition condition) throws InterruptedException {
        await(condition, PATIENCE);
    }

    /// Waits for a condition, and no longer than that.
    public void await(Condition condition, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (events) {
            while (!condition.holds()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("Phone " + user + " waited in vain; it saw " + events);
                }
                events.wait(Math.min(left, 50));
            }
        }
    }

    @Override
    public void close() {
        module.softphone().shutDown().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        module.close();
        lane.close();
        io.close();
    }
}
