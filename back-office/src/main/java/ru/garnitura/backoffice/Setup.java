package ru.garnitura.backoffice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.visitor.VisitorModule;

/// What a server is started with.
///
/// @param port 0 lets the system choose
/// @param folder the database and the blobs
/// @param demo seed an empty store with invented data and the demo password; loopback only
/// @param sipDomain host and port of the registrar operators register at
/// @param requeueAfter how long an owner may be without a socket before the chats go to others
public record Setup(
        String host,
        int port,
        Path folder,
        boolean demo,
        @Nullable String sipDomain,
        Duration requeueAfter,
        VisitorModule.Allowance allowance,
        InstantSource clock) {

    private static final Duration REQUEUE_AFTER = Duration.ofMinutes(5);
    private static final VisitorModule.Allowance ALLOWANCE = new VisitorModule.Allowance(30, 20);

    /// On loopback, with the usual patience and limits.
    public static Setup local(int port, Path folder, boolean demo, @Nullable String sipDomain) {
        return new Setup(
                "127.0.0.1", port, folder, demo, sipDomain, REQUEUE_AFTER, ALLOWANCE, InstantSource.system());
    }

    public Setup onHost(String name) {
        return new Setup(name, port, folder, demo, sipDomain, requeueAfter, allowance, clock);
    }

    public Setup withPatience(Duration patience) {
        return new Setup(host, port, folder, demo, sipDomain, patience, allowance, clock);
    }

    public Setup withAllowance(VisitorModule.Allowance other) {
        return new Setup(host, port, folder, demo, sipDomain, requeueAfter, other, clock);
    }
}
