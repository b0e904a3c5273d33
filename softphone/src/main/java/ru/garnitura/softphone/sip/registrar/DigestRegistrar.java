package ru.garnitura.softphone.sip.registrar;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Request;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.sip.digest.DigestAlgorithm;
import ru.garnitura.softphone.sip.digest.DigestVerifier;

/// Listens on one UDP address, registers known users and connects their calls. All handling is on its own thread.
public final class DigestRegistrar implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DigestRegistrar.class);
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final InetSocketAddress bound;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Bindings bindings = new Bindings();
    private final RegisterDesk desk;
    private final ProxyRelay relay;

    /// Listens at once, to nobody it knows; `algorithms` are offered in this order.
    ///
    /// @throws IOException when the port is taken
    public DigestRegistrar(InetSocketAddress listen, List<DigestAlgorithm> algorithms) throws IOException {
        this(listen, algorithms, Map.of());
    }

    /// Who registers in the moment a registrar starts is known already: a refused password is not tried again for a minute.
    ///
    /// @param accounts passwords by user
    /// @throws IOException when the port is taken
    public DigestRegistrar(InetSocketAddress listen, List<DigestAlgorithm> algorithms, Map<String, String> accounts)
            throws IOException {
        passwords.putAll(accounts);
        socket = new DatagramSocket(listen);
        bound = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
        DigestVerifier verifier = new DigestVerifier("garnitura", algorithms, passwords::get);
        desk = new RegisterDesk(verifier, bindings, new Replies(this::send));
        relay = new ProxyRelay(bound, verifier, bindings, this::send);
        Thread.ofPlatform().name("registrar").daemon().start(this::serve);
    }

    /// Admits a user, or changes the password.
    public void admit(String user, String password) {
        passwords.put(user, password);
    }

    public InetSocketAddress address() {
        return bound;
    }

    /// Users registered once and not signed out.
    public Set<String> registered() {
        return bindings.users();
    }

    /// Users who told the queue by its service number that they take no calls of it.
    public Set<String> paused() {
        return relay.queue().paused();
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                take(Arrays.copyOf(buffer, packet.getLength()), (InetSocketAddress) packet.getSocketAddress());
            } catch (SocketException e) {
                LOG.debug("Socket closed: {}", e.getMessage());
            } catch (IOException | ParseException | InvalidArgumentException | RuntimeException e) {
                LOG.info("Datagram dropped: {}", e.toString());
            }
        }
    }

    private void take(byte[] datagram, InetSocketAddress source) throws ParseException, InvalidArgumentException {
        SIPMessage message = new StringMsgParser().parseSIPMessage(datagram, true, false, null);
        switch (message) {
            case null -> LOG.trace("Keep-alive from {}", source);
            case SIPRequest request -> {
                mark(request.getTopmostVia(), source);
                if (request.getMethod().equals(Request.REGISTER)) {
                    desk.register(request, source);
                } else {
                    relay.request(request, source);
                }
            }
            case SIPResponse response -> relay.response(response);
            default -> LOG.info("Neither request nor response");
        }
    }

    /// RFC 3581: answers go back to where the request came from.
    private static void mark(Via via, InetSocketAddress source) throws ParseException, InvalidArgumentException {
        via.setReceived(source.getAddress().getHostAddress());
        via.setParameter("rport", Integer.toString(source.getPort()));
    }

    private void send(SIPMessage message, InetSocketAddress to) {
        byte[] datagram = message.encodeAsBytes("udp");
        try {
            socket.send(new DatagramPacket(datagram, datagram.length, to));
        } catch (IOException e) {
            LOG.info("Could not send to {}: {}", to, e.getMessage());
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
