package ru.garnitura.desktop.link.signin;

import java.nio.file.Path;
import java.time.Duration;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.rest.LinkFault;

/// What came of an operator's attempt to sign in.
public sealed interface SignInOutcome {

    /// The desk may open.
    record SignedIn(DeskPolicy policy, DataKey key, Basis basis) implements SignInOutcome {

        /// @param folder     where the operator's things lie on this machine
        /// @param onLine     false: the back office could not be reached, and the local copy's password fitted
        /// @param cacheLost  the password was changed elsewhere, so that the old private copy can't be read any more;
        ///                   it has been dropped and is fetched again
        public record Basis(Path folder, boolean onLine, boolean cacheLost) {
        }
    }

    /// Login or password is wrong; on line or, without a server, for the local copy.
    record WrongPassword() implements SignInOutcome {
    }

    /// Too many tries: the back office wants this pause.
    record TooManyTries(Duration pause) implements SignInOutcome {
    }

    /// The back office can't be reached, and nobody with this login has signed in on this machine before.
    record Unreachable(LinkFault cause) implements SignInOutcome {
    }

    /// The back office speaks another contract; `needed` is its version.
    record NewerContract(int needed) implements SignInOutcome {
    }

    /// The back office refuses for another reason.
    ///
    /// @param code the contract's stable code, or `malformed_answer` where its answer can't be read
    record Refused(String code) implements SignInOutcome {
    }

    /// The local files can't be read or written (disk full, no rights).
    ///
    /// @param detail technical, for the log
    record NoLocalStore(String detail) implements SignInOutcome {
    }
}
