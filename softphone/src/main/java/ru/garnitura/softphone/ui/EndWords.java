package ru.garnitura.softphone.ui;

import ru.garnitura.assets.Words;
import ru.garnitura.softphone.call.CallEndCause;

/// Why a call is over, in words.
public final class EndWords {

    private EndWords() {
    }

    static String of(CallEndCause cause, Words words) {
        return switch (cause) {
            case CallEndCause.EndedHere _ -> words.now("end.here");
            case CallEndCause.EndedByPeer _ -> words.now("end.peer");
            case CallEndCause.Transferred _ -> words.now("end.transferred");
            case CallEndCause.RejectedHere _ -> words.now("end.rejected");
            case CallEndCause.Missed _ -> words.now("end.missed");
            case CallEndCause.AnsweredElsewhere _ -> words.now("end.elsewhere");
            case CallEndCause.Busy _ -> words.now("end.busy");
            case CallEndCause.Declined _ -> words.now("end.declined");
            case CallEndCause.NoAnswer _ -> words.now("end.noAnswer");
            case CallEndCause.NoSuchNumber _ -> words.now("end.noSuchNumber");
            case CallEndCause.NotAllowed _ -> words.now("end.notAllowed");
            case CallEndCause.NoCommonMedia _ -> words.now("end.noCommonMedia");
            case CallEndCause.Unreachable _ -> words.now("end.unreachable");
            case CallEndCause.WentSilent _ -> words.now("end.silent");
            case CallEndCause.BadTarget _ -> words.now("end.badTarget");
            case CallEndCause.NoFreeLine _ -> words.now("end.noFreeLine");
            case CallEndCause.Failed(int status) -> words.now("end.failed", Integer.toString(status));
        };
    }
}
