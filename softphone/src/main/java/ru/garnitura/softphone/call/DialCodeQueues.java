package ru.garnitura.softphone.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/// Tells the PBX by calling its service numbers, as Asterisk's and FreeSWITCH's queues are told. What the PBX took is not
/// told again; what it did not take is told again after a rest that grows. After an outage of the registrar all is told
/// anew, once, since the PBX may have forgotten; one lost REGISTER is no outage. All state is the signaling lane's.
public final class DialCodeQueues implements PbxQueues {

    /// How long the PBX is left alone after each refusal of the same code.
    private static final List<Duration> RESTS = List.of(Duration.ofSeconds(20), Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5));
    /// Failures of registration in a row.
    private static final int OUTAGE = 2;

    private final Softphone softphone;
    private final Codes codes;
    private final Told login = new Told(Matter.MEMBERSHIP);
    private final Told readiness = new Told(Matter.READINESS);
    private boolean registered;
    private int failures;

    /// Numbers to call; an empty one says nothing. `{reason}` stands for the reason of a pause, or what it is called in
    /// `reasons`. A code means one thing whenever it is called: one that toggles can't be used.
    ///
    /// @param reasons the PBX's numbers for our codes of reasons
    public record Codes(String login, String logout, String pause, String resume, Map<String, String> reasons) {

        public Codes {
            reasons = Map.copyOf(reasons);
        }

        String pause(String reason) {
            return pause.replace("{reason}", reasons.getOrDefault(reason, reason));
        }
    }

    /// One thing the PBX is to know. Texts are codes, empty for none.
    private final class Told {

        private final Matter matter;
        private String wanted = "";
        private String confirmed = "";
        private @Nullable Attempt underWay;
        private int refusals;
        private Timers.Timer rest = Timers.Timer.NONE;
        private boolean resting;

        Told(Matter matter) {
            this.matter = matter;
        }

        private void want(String code) {
            if (!code.equals(wanted)) {
                wanted = code;
                forgive();
            }
            tell();
        }

        /// Tells what is wanted, unless that is known, under way, or was refused a moment ago.
        private void tell() {
            Attempt current = underWay;
            String last = current == null ? confirmed : current.code;
            if (!registered || resting || wanted.isEmpty() || wanted.equals(last)) {
                return;
            }
            Attempt attempt = new Attempt(this, wanted);
            underWay = attempt;
            softphone.dialCode(matter, attempt.code, attempt);
        }

        /// An attempt that another one followed says nothing any more.
        private void settled(Attempt attempt, boolean taken) {
            if (underWay != attempt) {
                return;
            }
            underWay = null;
            confirmed = taken ? attempt.code : "";
            if (taken) {
                forgive();
            } else if (attempt.code.equals(wanted)) {
                rest();
            }
            tell();
        }

        private void rest() {
            Duration time = RESTS.get(Math.min(refusals, RESTS.size() - 1));
            refusals++;
            resting = true;
            rest = softphone.lane().timers().after(time, () -> {
                resting = false;
                tell();
            });
        }

        private void forgive() {
            rest.cancel();
            resting = false;
            refusals = 0;
        }

        private void forget() {
            confirmed = "";
            forgive();
        }
    }

    /// One call to the PBX.
    private static final class Attempt implements ServiceCalls.Outcome {

        private final Told about;
        private final String code;
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        Attempt(Told about, String code) {
            this.about = about;
            this.code = code;
        }

        @Override
        public void told(@Nullable CallEndCause failure) {
            about.settled(this, failure == null);
        }

        @Override
        public void over() {
            over.complete(null);
        }
    }

    /// Listens to the softphone from now on.
    public DialCodeQueues(Softphone softphone, Codes codes) {
        this.softphone = softphone;
        this.codes = codes;
        var _ = softphone.subscribe(this::happened);
        softphone.lane().execute(() ->
                registered = softphone.snapshot().registration().state() == RegistrationState.REGISTERED);
    }

    @Override
    public void login() {
        softphone.lane().execute(() -> login.want(codes.login()));
    }

    @Override
    public CompletableFuture<Void> logout() {
        CompletableFuture<Void> told = new CompletableFuture<>();
        softphone.lane().execute(() -> {
            login.want(codes.logout());
            Attempt last = login.underWay;
            if (last == null || !last.code.equals(codes.logout())) {
                told.complete(null);
            } else {
                var _ = last.over.thenRun(() -> told.complete(null));
            }
        });
        return told;
    }

    @Override
    public void pause(String reason) {
        softphone.lane().execute(() -> readiness.want(codes.pause(reason)));
    }

    @Override
    public void resume() {
        softphone.lane().execute(() -> readiness.want(codes.resume()));
    }

    private void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.RegistrationChanged changed -> registration(changed.registration().state());
            case SoftphoneEvent.IncomingCall _, SoftphoneEvent.CallChanged _, SoftphoneEvent.TurnedAway _,
                    SoftphoneEvent.AnsweredByItself _,
                    SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
                    SoftphoneEvent.TransferFailed _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.DeviceChanged _, SoftphoneEvent.RemoteSilent _, SoftphoneEvent.CodeDialled _ -> { }
        }
    }

    private void registration(RegistrationState state) {
        registered = state == RegistrationState.REGISTERED;
        switch (state) {
            case OFF -> forget();
            case FAILED -> failures++;
            case REGISTERED -> {
                if (failures >= OUTAGE) {
                    forget();
                }
                failures = 0;
                login.tell();
                readiness.tell();
            }
            case TRYING -> { }
        }
    }

    private void forget() {
        login.forget();
        readiness.forget();
    }
}
