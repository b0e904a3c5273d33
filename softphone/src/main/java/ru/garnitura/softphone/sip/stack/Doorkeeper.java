package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets so many connections in and no more, so many of one host among them, and each of them only as long as somebody
/// speaks. JAIN-SIP spends two threads on each. Accepting thread.
final class Doorkeeper extends ServerSocket {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final int MOST = 64;
    private static final int MOST_OF_A_HOST = 16;
    /// Until the first message.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final Gatehouse gatehouse;
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();

    Doorkeeper(int port, int backlog, InetAddress address, Gatehouse gatehouse) throws IOException {
        super(port, backlog, address);
        this.gatehouse = gatehouse;
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            GatedConnection caller = new GatedConnection(gatehouse);
            implAccept(caller);
            inside.removeIf(Socket::isClosed);
            if (hasRoomFor(caller.getInetAddress())) {
                caller.setTcpNoDelay(true);
                caller.setSoTimeout(Math.toIntExact(LONGEST_SILENCE.toMillis()));
                inside.add(caller);
                return caller;
            }
            LOG.debug("A connection was not let in: there are too many");
            caller.close();
        }
    }

    private boolean hasRoomFor(InetAddress host) {
        long ofHost = inside.stream().filter(other -> host.equals(other.getInetAddress())).count();
        return inside.size() < MOST && ofHost < MOST_OF_A_HOST;
    }
}
