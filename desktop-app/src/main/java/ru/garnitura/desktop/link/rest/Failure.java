package ru.garnitura.desktop.link.rest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Why a request has no answer that can be used.
public sealed interface Failure {

    /// Technical, for the log; no personal data.
    String detail();

    /// No answer, or one that says "later" (429, 5xx). The same request may do next time.
    ///
    /// @param status     of the answer, 0 where there was none
    /// @param retryAfter what the back office asked for; null where it said nothing
    record NoAnswer(LinkFault cause, int status, String detail, @Nullable Duration retryAfter) implements Failure {
    }

    /// The answer is cut, too large, too deep or not what the contract says.
    record Malformed(String detail) implements Failure {
    }

    /// The back office speaks another contract (426).
    record NewerContract(int needed) implements Failure {

        @Override
        public String detail() {
            return "contract " + needed + " is needed";
        }
    }

    /// No token, or none that can be renewed: the operator has to sign in.
    record NotSignedIn(String code) implements Failure {

        @Override
        public String detail() {
            return "not signed in: " + code;
        }
    }

    /// The back office refuses this request (RFC 9457 problem).
    ///
    /// @param code the contract's stable code, `http_NNN` where it gave none
    /// @param body the whole problem
    record Refused(int status, String code, JsonNode body) implements Failure {

        @Override
        public String detail() {
            return status + " " + code;
        }
    }

    /// Nothing came back at all.
    static Failure broken(LinkFault cause, String detail) {
        return new NoAnswer(cause, 0, detail, null);
    }

    /// What the lamp shows for it.
    default LinkFault fault() {
        return switch (this) {
            case NoAnswer(LinkFault cause, _, _, _) -> cause;
            case Malformed _ -> LinkFault.MALFORMED;
            case NewerContract _, NotSignedIn _, Refused _ -> LinkFault.SERVER_ERROR;
        };
    }
}
