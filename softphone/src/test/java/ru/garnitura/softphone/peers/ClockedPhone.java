package ru.garnitura.softphone.peers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SignalingTrace;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneLane;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.sip.JainSipSignaling;

/// A softphone of ours on real sockets whose time only a test moves: what takes minutes takes none.
public final class ClockedPhone implements AutoCloseable {

    private static final SipAccount.CallPolicy CALLS = new SipAccount.CallPolicy(-1, 0, 3, List.of("pcma"), SrtpPolicy.OFF);

    private final FakeTimers timers = new FakeTimers();
    private final ExecutorService lane = Phone.freshLane();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final Object changed = new Object();
    private final Softphone softphone;

    public ClockedPhone() {
        SoftphoneLane signaling = new SoftphoneLane(lane, timers, timers);
        SignalingTrace trace = new SignalingTrace(timers);
        softphone = new Softphone(signaling, () -> new JainSipSignaling(signaling, io, trace), new ScriptedMedia());
        var _ = softphone.subscribe(event -> {
            synchronized (changed) {
                changed.notifyAll();
            }
        });
    }

    /// Begins to register as `alice` with password `pw-alice`; returns `host:port` where it listens.
    ///
    /// @param registrars `sip:host:port`, several with commas between
    public String register(String registrars, SipTransport transport) throws InterruptedException {
        softphone.register(new SipAccount(new SipAccount.Identity("sip:alice@127.0.0.1", "", "", "pw-alice"::toCharArray),
                new SipAccount.Route(registrars, "", "127.0.0.1:0", transport), CALLS));
        await("it listens", () -> !softphone.snapshot().listening().isEmpty());
        return softphone.snapshot().listening();
    }

    /// Listens without registering, with calls treated by this; returns `host:port`.
    public String listen(SipAccount.CallPolicy policy) throws InterruptedException {
        softphone.register(new SipAccount(new SipAccount.Identity("sip:alice@127.0.0.1", "", "", "pw-alice"::toCharArray),
                new SipAccount.Route("", "", "127.0.0.1:0", SipTransport.UDP), policy));
        await("it listens", () -> !softphone.snapshot().listening().isEmpty());
        return softphone.snapshot().listening();
    }

    public Softphone softphone() {
        return softphone;
    }

    /// Waits until its only call is in this state, and returns it.
    public CallId awaitCall(CallState state) throws InterruptedException {
        await("a call is " + state, () -> softphone.snapshot().calls().stream().anyMatch(call -> call.state() == state));
        return softphone.snapshot().calls().getFirst().id();
    }

    public void awaitNoCall() throws InterruptedException {
        await("no call is left", () -> softphone.snapshot().calls().isEmpty());
    }

    /// Moves its time on, and does what falls due.
    public void pass(Duration time) {
        CompletableFuture.runAsync(() -> timers.pass(time), lane).orTimeout(Phone.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public void awaitState(RegistrationState state) throws InterruptedException {
        await("registration is " + state, () -> softphone.snapshot().registration().state() == state);
    }

    /// Waits until the registrar's consent of this moment has come, also where we were registered before.
    public void awaitConsent() throws InterruptedException {
        Instant now = CompletableFuture.supplyAsync(timers::instant, lane).orTimeout(Phone.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        await("registered just now", () -> now.equals(softphone.snapshot().registration().lastSuccess()));
    }

    /// Waits until registration failed for this.
    public void awaitCause(RegistrationCause cause) throws InterruptedException {
        await("registration failed by " + cause, () -> softphone.snapshot().registration().cause().equals(cause));
    }

    public void dial(String target) {
        softphone.dial(target, Map.of());
    }

    private void await(String what, Phone.Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + Phone.PATIENCE.toNanos();
        synchronized (changed) {
            while (!condition.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("Waited in vain: " + what + "; instead " + softphone.snapshot());
                }
                changed.wait(50);
            }
        }
    }

    @Override
    public void close() {
        softphone.shutDown().orTimeout(Phone.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        lane.close();
        io.close();
    }
}
