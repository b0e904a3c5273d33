package ru.garnitura.desktop.localapi;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallInput;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RecordingState;
import ru.garnitura.softphone.call.ReferralWish;
import ru.garnitura.softphone.call.Softphone;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The softphone's verbs by their names. An answer of 202 says that the verb was handed over; what became of it comes
/// as an event.
final class CallVerbs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_DIGITS = 32;

    private final Softphone softphone;

    CallVerbs(Softphone softphone) {
        this.softphone = softphone;
    }

    Reply dial(byte[] body) {
        String to = text(body, "to");
        if (to.isBlank()) {
            return Refusal.BAD_REQUEST.reply();
        }
        CallId id = softphone.dial(to, Map.of());
        return Reply.accepted("{\"id\":\"" + id.value() + "\"}");
    }

    Reply verb(String id, String verb, byte[] body) {
        if (verb.endsWith("-referral")) {
            return referral(new CallId(id), verb);
        }
        Optional<CallSnapshot> call = softphone.snapshot().calls().stream().filter(one -> one.id().value().equals(id)).findFirst();
        if (call.isEmpty()) {
            return Refusal.NO_SUCH_CALL.reply();
        }
        return switch (verb) {
            case "answer" -> when(call.get(), isRinging(call.get()), softphone::answer);
            case "reject" -> when(call.get(), isRinging(call.get()), softphone::reject);
            case "hold" -> when(call.get(), call.get().state().takes(CallInput.HOLD), softphone::hold);
            case "resume" -> when(call.get(), call.get().state().takes(CallInput.RESUME), softphone::resume);
            case "mute" -> when(call.get(), true, one -> softphone.mute(one, true));
            case "unmute" -> when(call.get(), true, one -> softphone.mute(one, false));
            case "record" -> when(call.get(), takesRecording(call.get()), softphone::record);
            case "pause-recording" -> when(call.get(), call.get().recording() == RecordingState.ON, softphone::pauseRecording);
            case "end" -> when(call.get(), true, softphone::end);
            case "transfer" -> transfer(call.get(), text(body, "to"));
            case "consult" -> consult(call.get(), text(body, "to"));
            case "complete" -> when(call.get(), isConsulted(call.get()), softphone::complete);
            case "conference" -> when(call.get(), established() > 1, _ -> softphone.conference());
            case "dtmf" -> dtmf(call.get(), text(body, "digits"));
            default -> Refusal.NOT_FOUND.reply();
        };
    }

    /// The call it was asked in may be over.
    private Reply referral(CallId call, String verb) {
        ReferralWish wish = softphone.snapshot().referrals().get(call);
        if (wish == null) {
            return Refusal.WRONG_STATE.reply();
        }
        switch (verb) {
            case "follow-referral" -> softphone.followReferral(call, wish);
            case "decline-referral" -> softphone.declineReferral(call, wish);
            default -> {
                return Refusal.NOT_FOUND.reply();
            }
        }
        return Reply.accepted("{}");
    }

    private static boolean isRinging(CallSnapshot call) {
        return call.state() == CallState.RINGING;
    }

    private static boolean takesRecording(CallSnapshot call) {
        return call.recording() != RecordingState.NONE && call.recording() != RecordingState.ON;
    }

    private Reply transfer(CallSnapshot call, String to) {
        return to.isBlank() ? Refusal.BAD_REQUEST.reply()
                : when(call, call.state().takes(CallInput.TRANSFER), one -> softphone.transfer(one, to, Map.of()));
    }

    private Reply consult(CallSnapshot call, String to) {
        if (to.isBlank()) {
            return Refusal.BAD_REQUEST.reply();
        }
        return call.state().established()
                ? Reply.accepted("{\"id\":\"" + softphone.consult(call.id(), to, Map.of()).value() + "\"}")
                : Refusal.WRONG_STATE.reply();
    }

    /// A consultation, or the call it is about.
    private boolean isConsulted(CallSnapshot call) {
        return call.consults() != null
                || softphone.snapshot().calls().stream().anyMatch(other -> call.id().equals(other.consults()));
    }

    private long established() {
        return softphone.snapshot().calls().stream().filter(call -> call.state().established()).count();
    }

    private Reply dtmf(CallSnapshot call, String digits) {
        if (digits.length() > MOST_DIGITS || !digits.matches("[0-9*#A-D]+")) {
            return Refusal.BAD_REQUEST.reply();
        }
        return when(call, call.state().talking(),
                one -> digits.chars().forEach(digit -> softphone.sendDigit(one, (char) digit)));
    }

    private static Reply when(CallSnapshot call, boolean fits, Consumer<CallId> verb) {
        if (!fits) {
            return Refusal.WRONG_STATE.reply();
        }
        verb.accept(call.id());
        return Reply.accepted("{}");
    }

    private static String text(byte[] body, String key) {
        try {
            @Nullable JsonNode value = JSON.readTree(body).get(key);
            return value != null && value.isString() ? value.stringValue() : "";
        } catch (JacksonException _) {
            return "";
        }
    }
}
