package ru.garnitura.softphone.call;

import java.util.Map;

/// Tells the PBX by calling its service numbers, as Asterisk's and FreeSWITCH's queues are told. A state it was told
/// already is not told again.
public final class DialCodeQueues implements PbxQueues {

    private final Softphone softphone;
    private final Codes codes;
    private String last = "";

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

    public DialCodeQueues(Softphone softphone, Codes codes) {
        this.softphone = softphone;
        this.codes = codes;
    }

    @Override
    public void login() {
        tell(codes.login());
    }

    @Override
    public void logout() {
        tell(codes.logout());
    }

    @Override
    public void pause(String reason) {
        tell(codes.pause(reason));
    }

    @Override
    public void resume() {
        tell(codes.resume());
    }

    private synchronized void tell(String code) {
        if (!code.isEmpty() && !code.equals(last)) {
            last = code;
            softphone.dialCode(code);
        }
    }
}
