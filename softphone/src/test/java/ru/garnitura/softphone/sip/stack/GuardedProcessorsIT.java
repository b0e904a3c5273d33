package ru.garnitura.softphone.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.CallIdHeader;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ru.garnitura.softphone.peers.FreePorts;

/// A thread that reads serves the next datagram, whatever the last one did to it.
class GuardedProcessorsIT {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /// Stumbles over a call of this name.
    private record Stumbling(BlockingQueue<String> served) implements SipListener {

        @Override
        public void processRequest(RequestEvent event) {
            String call = ((CallIdHeader) event.getRequest().getHeader("Call-ID")).getCallId();
            if (call.equals("trap")) {
                throw new StackOverflowError("as a parser may");
            }
            served.add(call);
        }

        @Override
        public void processResponse(ResponseEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void processTimeout(TimeoutEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void processIOException(IOExceptionEvent event) {
            throw new AssertionError(event);
        }

        @Override
        public void processTransactionTerminated(TransactionTerminatedEvent event) {
            // Not asked for.
        }

        @Override
        public void processDialogTerminated(DialogTerminatedEvent event) {
            // Not asked for.
        }
    }

    private static void send(DatagramSocket socket, int port, String call) throws Exception {
        byte[] options = ("OPTIONS sip:a@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort()
                + ";branch=z9hG4bK" + call + "\r\nFrom: <sip:r@x>;tag=1\r\nTo: <sip:a@x>\r\nCall-ID: " + call
                + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(options, options.length, LOOPBACK, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void anErrorInHandlingADatagramIsCountedAndTheNextDatagramServed(String listening) throws Exception {
        CappedStack stack = new CappedStack();
        BlockingQueue<String> served = new LinkedBlockingQueue<>();
        int port = FreePorts.row(1);
        try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
            stack.createSipProvider(stack.createListeningPoint(listening, port, "udp")).addSipListener(new Stumbling(served));
            for (int i = 0; i < 3; i++) {
                send(socket, port, "trap");
                send(socket, port, "call" + i);
                assertThat(served.poll(10, TimeUnit.SECONDS)).isEqualTo("call" + i);
            }
            assertThat(((OwnNetworkLayer) stack.getNetworkLayer()).watchdog().count()).isEqualTo(3);
        } finally {
            stack.stop();
        }
    }
}
