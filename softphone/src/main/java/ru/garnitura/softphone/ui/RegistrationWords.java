package ru.garnitura.softphone.ui;

import java.time.Instant;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationSnapshot;

/// Registration in words: the state, why, since when, and when it last went well.
final class RegistrationWords {

    private final CallTexts texts;

    RegistrationWords(CallTexts texts) {
        this.texts = texts;
    }

    String of(RegistrationSnapshot registration, Instant now) {
        var age = texts.formats().age(java.time.Duration.between(registration.since(), now));
        return switch (registration.state()) {
            case OFF -> say("registration.off");
            case TRYING -> say("registration.trying");
            case REGISTERED -> say("registration.registered", age);
            case FAILED -> say("registration.failed", cause(registration.cause())) + "\n" + lastSuccess(registration);
        };
    }

    private String lastSuccess(RegistrationSnapshot registration) {
        var last = registration.lastSuccess();
        return last == null ? say("registration.never") : say("registration.last", texts.formats().moment(last));
    }

    private String cause(RegistrationCause cause) {
        return switch (cause) {
            case RegistrationCause.None _ -> say("registration.cause.unknown");
            case RegistrationCause.WrongPassword _ -> say("registration.cause.password");
            case RegistrationCause.NoCommonAlgorithm _ -> say("registration.cause.algorithm");
            case RegistrationCause.NoAnswer _ -> say("registration.cause.noAnswer");
            case RegistrationCause.UnknownHost(String host) -> say("registration.cause.unknownHost", host);
            case RegistrationCause.NoNetwork _ -> say("registration.cause.noNetwork");
            case RegistrationCause.PortTaken(String listen) -> say("registration.cause.portTaken", listen);
            case RegistrationCause.BadSetting(String setting) -> say("registration.cause.badSetting", setting);
            case RegistrationCause.Certificate(var flaw, _) -> switch (flaw) {
                case EXPIRED -> say("registration.cause.certificate.expired");
                case OTHER_NAME -> say("registration.cause.certificate.name");
                case UNTRUSTED -> say("registration.cause.certificate.untrusted");
                case NO_COMMON_PROTOCOL -> say("registration.cause.certificate.protocol");
            };
            case RegistrationCause.NotKept _ -> say("registration.cause.notKept");
            case RegistrationCause.Refused(int status) -> say("registration.cause.refused", Integer.toString(status));
        };
    }

    private String say(String key, Object... args) {
        return texts.words().now(key, args);
    }
}
