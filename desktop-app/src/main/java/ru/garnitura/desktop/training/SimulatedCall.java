package ru.garnitura.desktop.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.SoftphoneModule;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.ClipSource;
import ru.garnitura.softphone.audio.SpeechGate;
import ru.garnitura.softphone.audio.SpeechListener;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;

/// One simulated customer's call: says the first clip once the operator has answered, a further one after each pause of
/// the operator, and hangs up after the last. A softphone of its own per call, closed with it.
final class SimulatedCall implements AutoCloseable {

    /// An operator who says nothing is prompted again after this time.
    private static final long PATIENCE_SECONDS = 15;
    private static final long SHORTEST_ANSWER_MS = 300;
    /// Customers reach an operator through the telephone exchange's trunk; its password comes by the environment.
    private static final String TRUNK = "trunk";
    private static final String TRUNK_PASSWORD = "TRUNK_PASSWORD";

    private final ScheduledExecutorService signaling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("customer-signaling").factory());
    private final Queue<Path> clips = new ArrayDeque<>();
    private CallId call = new CallId("");
    private int turn;
    /// From the moment a clip is taken, which a busy machine may read late, until it was said.
    private boolean speaking;
    private final ClipSource mouth;
    private final RtpMediaEngine media;
    private final SoftphoneModule module;
    private final CompletableFuture<CallEndCause> ended = new CompletableFuture<>();

    /// @param speech the customer's clips as files
    SimulatedCall(Scenario.Voice customer, List<Path> speech, String registrar, Executor io) {
        mouth = new ClipSource(io);
        media = RtpMediaEngine.create(MediaSettings.USUAL,
                AudioEndpoints.of(mouth, new SpeechGate(SpeechGate.Tuning.TELEPHONE, new Ear(), signaling)),
                new MediaLanes(signaling, io));
        module = new SoftphoneModule(new SoftphoneModule.Needs(signaling, io, InstantSource.system(), media));
        clips.addAll(speech);
        module.softphone().subscribe(this::happened);
        module.softphone().register(account(customer, registrar));
    }

    /// Calls the operator, plays the scenario and returns why it ended.
    CallEndCause run(String callee, Scenario.Voice customer) throws InterruptedException {
        module.softphone().dial(callee, Map.of("X-Queue", customer.queue(), "X-Waited", "48"));
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulated call failed", e.getCause());
        }
    }

    private static SipAccount account(Scenario.Voice customer, String registrar) {
        String host = registrar.substring(0, registrar.lastIndexOf(':'));
        return new SipAccount(
                new SipAccount.Identity("sip:" + customer.phone() + "@" + registrar, customer.name(), TRUNK,
                        () -> Objects.requireNonNullElse(System.getenv(TRUNK_PASSWORD), "").toCharArray()),
                new SipAccount.Route("", "sip:" + registrar, host + ":0", SipTransport.UDP),
                SipAccount.CallPolicy.PLAIN);
    }

    private void happened(SoftphoneEvent event) {
        if (event instanceof SoftphoneEvent.CallChanged(CallSnapshot changed)) {
            if (changed.state() == CallState.TERMINATED) {
                ended.complete(Objects.requireNonNull(changed.end()));
            } else if (changed.state() == CallState.CONFIRMED && turn == 0) {
                call = changed.id();
                sayNext();
            }
        }
    }

    private void sayNext() {
        turn++;
        Path next = clips.poll();
        if (next == null) {
            module.softphone().end(call);
        } else {
            speaking = true;
            var _ = mouth.play(next).whenCompleteAsync((_, failure) -> said(failure), signaling);
        }
    }

    private void said(@Nullable Throwable failure) {
        speaking = false;
        if (failure != null) {
            ended.completeExceptionally(failure);
            return;
        }
        int spoken = turn;
        var _ = signaling.schedule(() -> {
            if (turn == spoken) {
                sayNext();
            }
        }, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Takes the operator's pause as the end of what he said.
    private final class Ear implements SpeechListener {

        @Override
        public void speechStarted() {
        }

        @Override
        public void speechPaused(long milliseconds) {
            if (turn > 0 && milliseconds >= SHORTEST_ANSWER_MS && !speaking) {
                sayNext();
            }
        }
    }

    @Override
    public void close() {
        module.softphone().shutDown().join();
        module.close();
        media.close();
        signaling.shutdownNow();
    }
}
