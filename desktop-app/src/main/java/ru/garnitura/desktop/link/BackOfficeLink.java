package ru.garnitura.desktop.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.ServerClock;
import ru.garnitura.desktop.link.rest.TokenPair;
import ru.garnitura.desktop.link.rest.Tokens;
import ru.garnitura.desktop.link.signin.SignIn;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.link.signin.Unlocking;

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

    private static final Logger log = LoggerFactory.getLogger(BackOfficeLink.class);

    private final LinkNeeds needs;
    private final ServerClock clock;
    private final Tokens tokens;
    private final RestClient client;
    private final SignIn signIn;
    private volatile @Nullable OpenDesk desk;

    public BackOfficeLink(LinkNeeds needs) {
        this.needs = needs;
        this.clock = new ServerClock(needs.clock(), System::nanoTime);
        this.tokens = new Tokens(this::renewed, this::signedOut);
        this.client = new RestClient(needs.server(), clock, tokens);
        this.signIn = new SignIn(client, tokens, login -> Workplace.of(needs.data(), login).folder(), this::arrivedLate);
    }

    private Answer<TokenPair> renewed(@Nullable TokenPair stale) {
        Answer<TokenPair> answer = signIn.renew(stale);
        if (stale == null && answer instanceof Answer.Received<TokenPair>) {
            log.info("Signed in after a start off line");
            needs.io().execute(signIn::refreshPolicy);
        }
        return answer;
    }

    private void signedOut(String code) {
        log.warn("The operator has to sign in again: {}", code);
        toDesk(OpenDesk::signedOut);
    }

    private void arrivedLate(DeskPolicy policy) {
        toDesk(open -> open.policyCame(policy));
    }

    private void toDesk(Consumer<OpenDesk> news) {
        OpenDesk open = desk;
        if (open != null) {
            news.accept(open);
        }
    }

    /// Signs in, or off line unlocks the local copy. Blocks for up to 30 s. After [LineState.SignedOut] the same operator
    /// signs in again by this and [DeskLink#retryNow]; the open desk stays.
    ///
    /// @param password cleared by the caller afterwards
    public SignInOutcome signIn(String login, char[] password) {
        return signIn.signIn(login, password, null);
    }

    /// The same, with the key to the local copy begun earlier.
    ///
    /// @param begun by [#unlocking] for the same login and password; null where that could not be begun
    public SignInOutcome signIn(String login, char[] password, @Nullable Unlocking begun) {
        return signIn.signIn(login, password, begun);
    }

    /// Begins to try the password on the key to the operator's local copy, before there is a link.
    ///
    /// @param password copied; the copy is cleared
    public static Unlocking unlocking(Path data, String login, char[] password) throws IOException {
        return Unlocking.begin(Workplace.of(data, login).folder(), password);
    }

    /// Where the operator's files lie.
    public Workplace workplace(SignInOutcome.SignedIn signedIn) {
        return new Workplace(signedIn.basis().folder());
    }

    /// Opens the signed-in operator's desk: the outbox goes on, the event socket connects once chats listen.
    ///
    /// @throws ru.garnitura.desktop.outbox.OutboxException when the local database can't be opened
    public DeskLink open(SignInOutcome.SignedIn signedIn) {
        var open = new OpenDesk(new OpenDesk.Line(client, signIn, clock), needs, workplace(signedIn), signedIn);
        desk = open;
        open.start();
        return open;
    }

    /// The desk's time: the back office's last word plus what has passed since; the machine's until the first answer.
    public InstantSource clock() {
        return clock;
    }

    /// False after a cold start off line: what depends on the true time has to ask.
    public boolean isTimeKnown() {
        return clock.isKnown();
    }

    @Override
    public void close() {
        toDesk(OpenDesk::close);
        client.close();
    }
}
