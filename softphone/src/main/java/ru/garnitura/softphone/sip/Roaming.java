package ru.garnitura.softphone.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.Timers;
import ru.garnitura.softphone.sip.stack.StreamConnections;

/// Follows this host from one address to another: registers anew, and has the calls that stand told once the registrar
/// knows. Asks the routing table and sends nothing for it. Signaling lane.
final class Roaming {

    private static final Logger LOG = LoggerFactory.getLogger(Roaming.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final SipLine line;
    private final Executor io;
    private final StreamConnections connections;
    private final Consumer<InetAddress> moved;
    private Runnable register = () -> { };
    private Timers.Timer next = Timers.Timer.NONE;
    private @Nullable InetAddress server;
    private @Nullable InetAddress here;
    private boolean telling;

    /// @param io    closes connections
    /// @param moved told the address calls are to use from now on
    Roaming(SipLine line, Executor io, StreamConnections connections, Consumer<InetAddress> moved) {
        this.line = line;
        this.io = io;
        this.connections = connections;
        this.moved = moved;
    }

    /// How to register at once.
    void registerBy(Runnable renewal) {
        register = renewal;
    }

    /// Whom the way is watched to, from now on.
    void towards(InetAddress found) {
        boolean first = server == null;
        server = found;
        if (first && line.wire().bound().getAddress().isAnyLocalAddress()) {
            here = line.wire().routeTowards(found).orElse(null);
            next = line.lane().timers().after(LOOK, this::look);
        }
    }

    void stop() {
        next.cancel();
    }

    private void look() {
        next = line.lane().timers().after(LOOK, this::look);
        InetAddress towards = server;
        Optional<InetAddress> now = towards == null ? Optional.empty() : line.wire().routeTowards(towards);
        if (now.isPresent() && !now.get().equals(here)) {
            LOG.info("This host has another address towards its registrar");
            here = now.get();
            telling = true;
            renew();
        }
    }

    /// Registers at once, over a connection of its own where connections are the way.
    void renew() {
        if (line.account().route().transport() == SipTransport.UDP) {
            register.run();
            return;
        }
        io.execute(() -> {
            try {
                connections.drop();
            } catch (IOException e) {
                LOG.info("A connection did not close: {}", e.getMessage());
            }
            line.lane().execute(register);
        });
    }

    void registrationChanged(RegistrationSnapshot now) {
        InetAddress address = here;
        if (telling && address != null && now.state() == RegistrationState.REGISTERED) {
            telling = false;
            moved.accept(address);
        }
    }
}
