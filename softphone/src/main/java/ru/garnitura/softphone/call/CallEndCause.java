package ru.garnitura.softphone.call;

/// Why a call is over: who ended it and how. Expected, so a value; protocol codes are translated once, here.
public sealed interface CallEndCause {

    /// The operator hung up, or gave up calling.
    record EndedHere() implements CallEndCause {
    }

    /// The remote side hung up.
    record EndedByPeer() implements CallEndCause {
    }

    /// The remote side now talks to whom we transferred it to, or took the place of another call.
    record Transferred() implements CallEndCause {
    }

    /// The operator refused an incoming call.
    record RejectedHere() implements CallEndCause {
    }

    /// The caller gave up before anybody answered: a missed call.
    record Missed() implements CallEndCause {
    }

    /// Somebody else took the call (Reason: SIP;cause=200); not a missed call.
    record AnsweredElsewhere() implements CallEndCause {
    }

    /// The remote side is busy (486, 600).
    record Busy() implements CallEndCause {
    }

    /// The remote side refused (603, 403 after the dialog was allowed).
    record Declined() implements CallEndCause {
    }

    /// Nobody picked up, or nobody is there (408, 480, 487).
    record NoAnswer() implements CallEndCause {
    }

    /// There is no such number (404, 410, 484, 604).
    record NoSuchNumber() implements CallEndCause {
    }

    /// The server did not accept our name or password, or forbids the call (401, 403, 407).
    record NotAllowed() implements CallEndCause {
    }

    /// No common codec or encryption (415, 488, 606), or local media failed.
    record NoCommonMedia() implements CallEndCause {
    }

    /// The server could not be reached or did not answer.
    record Unreachable() implements CallEndCause {
    }

    /// Nothing was heard of the remote side for longer than the account bears.
    record WentSilent() implements CallEndCause {
    }

    /// What was dialled is not a number or a SIP address.
    record BadTarget() implements CallEndCause {
    }

    /// No further call is possible at the moment: not connected, or as many calls as allowed.
    record NoFreeLine() implements CallEndCause {
    }

    /// Any other final status.
    record Failed(int status) implements CallEndCause {
    }

    /// The final status that tells others how a call went which they asked us to make.
    default int asStatus() {
        return switch (this) {
            case EndedHere _, EndedByPeer _, Transferred _ -> 200;
            case RejectedHere _, Declined _ -> 603;
            case Missed _, AnsweredElsewhere _ -> 487;
            case Busy _ -> 486;
            case NoAnswer _, WentSilent _ -> 480;
            case NoSuchNumber _, BadTarget _ -> 404;
            case NotAllowed _ -> 403;
            case NoCommonMedia _ -> 488;
            case Unreachable _, NoFreeLine _ -> 503;
            case Failed(int status) -> status;
        };
    }

    /// Translates a final SIP status (300-699) that ended an outgoing call.
    static CallEndCause of(int status) {
        return switch (status) {
            case 486, 600 -> new Busy();
            case 603 -> new Declined();
            case 408, 480, 487 -> new NoAnswer();
            case 404, 410, 484, 604 -> new NoSuchNumber();
            case 401, 403, 407 -> new NotAllowed();
            case 415, 488, 606 -> new NoCommonMedia();
            case 503 -> new Unreachable();
            default -> new Failed(status);
        };
    }
}
