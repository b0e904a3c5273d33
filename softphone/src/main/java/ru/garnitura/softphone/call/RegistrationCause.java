package ru.garnitura.softphone.call;

/// Why registration stands as it does.
public sealed interface RegistrationCause {

    /// Nothing is wrong.
    record None() implements RegistrationCause {
    }

    /// The server did not accept the name or the password (401, 403, 407 after credentials).
    record WrongPassword() implements RegistrationCause {
    }

    /// The server asks for a way to sign in that we do not speak.
    record NoCommonAlgorithm() implements RegistrationCause {
    }

    /// The registrar did not answer in time.
    record NoAnswer() implements RegistrationCause {
    }

    /// The registrar's name does not resolve.
    record UnknownHost(String host) implements RegistrationCause {
    }

    /// There is no network towards the registrar.
    record NoNetwork() implements RegistrationCause {
    }

    /// The local port is taken by another program; `listen` is `host:port`.
    record PortTaken(String listen) implements RegistrationCause {
    }

    /// The account's settings make no sense; `setting` names the one.
    record BadSetting(String setting) implements RegistrationCause {
    }

    /// The server's certificate was refused, or nothing safe enough could be agreed; `detail` is technical.
    record Certificate(Flaw flaw, String detail) implements RegistrationCause {

        /// What was wrong with it.
        public enum Flaw { EXPIRED, OTHER_NAME, UNTRUSTED, NO_COMMON_PROTOCOL }
    }

    /// The server said yes and does not list us all the same: nobody can reach us through it.
    record NotKept() implements RegistrationCause {
    }

    /// The server refused with another final status.
    record Refused(int status) implements RegistrationCause {
    }
}
