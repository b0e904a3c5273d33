package ru.garnitura.softphone.sip;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.Locale;
import java.util.TooManyListenersException;
import java.util.concurrent.Executor;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.SignalingException;
import ru.garnitura.softphone.sip.gate.KnownSources;
import ru.garnitura.softphone.sip.stack.CappedStack;
import ru.garnitura.softphone.sip.stack.OwnNetworkLayer;
import ru.garnitura.softphone.sip.stack.StreamConnections;

/// The JAIN-SIP stack and the way from its threads to the signaling lane.
final class StackEdge implements SipListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StackEdge.class);

    private static final String UDP = "udp";

    private final InetSocketAddress bound;
    private final Executor lane;
    private final Inbound inbound;
    private final WireTrace trace;
    private final Executor io;
    private final SipStackImpl stack;
    private final ListeningPoint point;
    private final SipProvider provider;
    private volatile boolean closed;

    /// The lanes a stack needs.
    record Lanes(Executor signaling, Executor io) {
    }

    /// What comes in without having been asked for. Signaling lane.
    interface Inbound {

        void requested(Incoming incoming);

        /// A response of no living transaction: another fork's 200, or a repeated one.
        void strayed(Response response);
    }

    /// Listens at once.
    ///
    /// @throws SignalingException when the address can't be bound
    StackEdge(InetSocketAddress listen, String transport, Lanes lanes, Inbound inbound, WireTrace trace) {
        this.bound = listen;
        this.lane = lanes.signaling();
        this.io = lanes.io();
        this.inbound = inbound;
        this.trace = trace;
        try {
            probe(listen, transport);
            stack = new CappedStack();
            point = stack.createListeningPoint(listen.getAddress().getHostAddress(), listen.getPort(),
                    transport);
            provider = stack.createSipProvider(point);
            provider.addSipListener(this);
        } catch (IOException e) {
            throw cannotListen(listen, e instanceof BindException, e);
        } catch (SipException | InvalidArgumentException e) {
            throw cannotListen(listen, e.getCause() instanceof IOException, e);
        } catch (TooManyListenersException e) {
            throw new IllegalStateException(e);
        }
    }

    /// JAIN-SIP hides why it can't bind; the socket itself tells.
    private static void probe(InetSocketAddress listen, String transport) throws IOException {
        if (transport.equals(UDP)) {
            new DatagramSocket(listen).close();
        } else {
            new ServerSocket(listen.getPort(), 1, listen.getAddress()).close();
        }
    }

    private static SignalingException cannotListen(InetSocketAddress listen, boolean taken, Exception cause) {
        String where = listen.getHostString() + ":" + listen.getPort();
        return new SignalingException("Can't listen for SIP on " + where + ": " + cause.getMessage(),
                taken ? new RegistrationCause.PortTaken(where) : new RegistrationCause.BadSetting("listen"), cause);
    }

    /// A port of this address that is free now.
    static int freePort(InetAddress address, String transport) throws IOException {
        if (!transport.equals(UDP)) {
            try (ServerSocket socket = new ServerSocket(0, 1, address)) {
                return socket.getLocalPort();
            }
        }
        try (DatagramSocket socket = new DatagramSocket(0, address)) {
            return socket.getLocalPort();
        }
    }

    /// Connections for TCP and TLS.
    StreamConnections connections() {
        return network().connections();
    }

    /// Hosts that are not counted among strangers.
    KnownSources known() {
        return network().known();
    }

    private OwnNetworkLayer network() {
        return (OwnNetworkLayer) stack.getNetworkLayer();
    }

    /// Whether the INVITE that a CANCEL means still has a transaction (RFC 3261, section 9.2).
    boolean knowsInviteOf(Request cancel) {
        return stack.findCancelTransaction((SIPRequest) cancel, true) != null;
    }

    /// `udp`, `tcp` or `tls`.
    String transport() {
        return point.getTransport().toLowerCase(Locale.ROOT);
    }

    InetSocketAddress bound() {
        return bound;
    }

    SipProvider provider() {
        return provider;
    }

    Executor lane() {
        return lane;
    }

    /// Nothing is handed over any more once closed: the lane may be gone.
    private void handOver(Runnable task) {
        if (!closed) {
            lane.execute(task);
        }
    }

    @Override
    public void processRequest(RequestEvent event) {
        network().watchdog().guard(() -> requested(event));
    }

    private void requested(RequestEvent event) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            handOver(() -> requested(Incoming.of(request, null)));
            return;
        }
        try {
            answerWhereItCameFrom(request);
            asOfToday(request);
            ServerTransaction known = event.getServerTransaction();
            ServerTransaction transaction = known == null ? provider.getNewServerTransaction(request) : known;
            handOver(() -> requested(Incoming.of(request, transaction)));
        } catch (TransactionAlreadyExistsException e) {
            handOver(() -> trace.received(request));
            LOG.debug("A repeated {} is being answered already", request.getMethod());
        } catch (SipException | ParseException e) {
            LOG.info("{} dropped: {}", request.getMethod(), e.getMessage());
        }
    }

    private void requested(Incoming incoming) {
        trace.received(incoming.request());
        inbound.requested(incoming);
    }

    /// RFC 2543 knew requests without Max-Forwards and Contact; JAIN-SIP opens no transaction for them.
    private static void asOfToday(Request request) {
        if (request.getHeader("Max-Forwards") == null) {
            Headers.add(request, "Max-Forwards", "70");
        }
        if (request.getMethod().equals(Request.INVITE) && request.getHeader("Contact") == null) {
            Headers.add(request, "Contact", "<" + SipDialog.uriIn(Wording.value(request, "From")) + ">");
        }
    }

    /// A response takes the way of its request (RFC 3261, section 18.2.2). JAIN-SIP goes by what the Via claims, and
    /// fails where we have no such transport.
    private void answerWhereItCameFrom(Request request) throws ParseException {
        Via via = ((SIPRequest) request).getTopmostVia();
        String transport = point.getTransport();
        if (via != null && !transport.equalsIgnoreCase(via.getTransport())) {
            via.setTransport(transport.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        network().watchdog().guard(() -> responded(event));
    }

    private void responded(ResponseEvent event) {
        Response response = event.getResponse();
        handOver(() -> trace.received(response));
        ClientTransaction transaction = event.getClientTransaction();
        if (transaction == null) {
            handOver(() -> inbound.strayed(response));
        } else if (transaction.getApplicationData() instanceof Responses responses) {
            handOver(() -> responses.received(response));
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        if (!event.isServerTransaction()
                && event.getClientTransaction().getApplicationData() instanceof Responses responses) {
            handOver(() -> responses.silent(Responses.Silence.TIME_OUT));
        }
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        if (event.getSource() instanceof ClientTransaction transaction
                && transaction.getApplicationData() instanceof Responses responses) {
            handOver(() -> responses.silent(Responses.Silence.NO_NETWORK));
        }
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        // Each exchange knows its own end.
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // Dialogs are ours.
    }

    /// Frees the port at once; the rest takes JAIN-SIP a second.
    @Override
    public void close() {
        closed = true;
        try {
            stack.deleteListeningPoint(point);
        } catch (ObjectInUseException e) {
            LOG.info("Port not freed at once: {}", e.getMessage());
        }
        io.execute(() -> {
            try {
                connections().close();
            } catch (IOException e) {
                LOG.info("A connection did not close: {}", e.getMessage());
            }
            stack.stop();
        });
    }
}
