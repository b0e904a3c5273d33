package ru.garnitura.softphone.call;

import java.util.Map;

/// Tells the PBX by calling its service numbers, as Asterisk's and FreeSWITCH's queues are told. What the PBX took is not
/// told again; what it did not take is told with each further confirmation by the registrar until it does. After the
/// registrar was out of reach all is told anew, since the PBX may have forgotten.
public final class DialCodeQueues implements PbxQueues {

    private final Softphone softphone;
    private final Codes codes;
    private final Told login = new Told();
    private final Told readiness = new Told();
    private boolean registered;

    /// Numbers to call; an empty one says nothing. `{reason}` stands for the reason of a pause, or what it is called in
    /// `reasons`.
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
    private static final class Told {

        private String wanted = "";
        private String confirmed = "";
        private String underWay = "";

        /// The code to call now, or an empty text.
        private String next() {
            boolean known = wanted.equals(confirmed) || wanted.equals(underWay);
            underWay = known ? underWay : wanted;
            return known ? "" : wanted;
        }

        private void settled(String code, boolean taken) {
            if (code.equals(underWay)) {
                underWay = "";
                confirmed = taken ? code : "";
            }
        }
    }

    /// Listens to the softphone from now on.
    public DialCodeQueues(Softphone softphone, Codes codes) {
        this.softphone = softphone;
        this.codes = codes;
        registered = softphone.snapshot().registration().state() == RegistrationState.REGISTERED;
        var _ = softphone.subscribe(this::happened);
    }

    @Override
    public void login() {
        tell(login, codes.login());
    }

    @Override
    public void logout() {
        tell(login, codes.logout());
    }

    @Override
    public void pause(String reason) {
        tell(readiness, codes.pause(reason));
    }

    @Override
    public void resume() {
        tell(readiness, codes.resume());
    }

    private synchronized void tell(Told what, String code) {
        what.wanted = code;
        dial();
    }

    private synchronized void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.CodeDialled dialled -> {
                login.settled(dialled.code(), dialled.failure() == null);
                readiness.settled(dialled.code(), dialled.failure() == null);
            }
            case SoftphoneEvent.RegistrationChanged changed -> confirmed(changed.registration().state());
            case SoftphoneEvent.IncomingCall _, SoftphoneEvent.CallChanged _, SoftphoneEvent.TurnedAway _,
                    SoftphoneEvent.AnsweredByItself _, SoftphoneEvent.TransferFailed _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.DeviceChanged _, SoftphoneEvent.RemoteSilent _ -> { }
        }
    }

    private void confirmed(RegistrationState state) {
        registered = state == RegistrationState.REGISTERED;
        if (!registered) {
            login.confirmed = "";
            readiness.confirmed = "";
        }
        dial();
    }

    private void dial() {
        if (registered) {
            dial(login.next());
            dial(readiness.next());
        }
    }

    private void dial(String code) {
        if (!code.isEmpty()) {
            softphone.dialCode(code);
        }
    }
}
