package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.util.LinkedList;

import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.Watchdog;

/// Reads datagrams, and has them handled, on two threads that a bug does not end: JAIN-SIP's own stop reading for good
/// after the first Error.
final class GuardedUdpProcessor extends UDPMessageProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedUdpProcessor.class);
    private static final int LARGEST = 16_384;
    /// What waits to be handled; more than that is not worth waiting for.
    private static final int LONGEST_QUEUE = 4_096;

    private final Watchdog watchdog;

    GuardedUdpProcessor(InetAddress address, SIPTransactionStack stack, int port, Watchdog watchdog) throws IOException {
        super(address, stack, port);
        this.watchdog = watchdog;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // JAIN-SIP's field is a LinkedList.
    public void run() {
        LinkedList<MessageChannel> handlers = new LinkedList<>();
        handlers.add(new Handler(sipStack, this));
        messageChannels = handlers;
        while (isRunning && !sock.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                sock.receive(packet);
                if (messageQueue.size() < LONGEST_QUEUE) {
                    messageQueue.add(new DatagramQueuedMessageDispatch(packet, System.currentTimeMillis()));
                }
            } catch (IOException e) {
                LOG.debug("Nothing received", e);
            } catch (RuntimeException | Error bug) {
                watchdog.caught(bug);
            }
        }
    }

    private static final class Handler extends UDPMessageChannel {

        Handler(SIPTransactionStack stack, GuardedUdpProcessor processor) {
            super(stack, processor, "sip-datagrams-" + processor.getPort());
        }

        /// Begins before this object is whole, so all it needs is its processor's.
        @Override
        public void run() {
            GuardedUdpProcessor processor = (GuardedUdpProcessor) getMessageProcessor();
            boolean going = true;
            while (going) {
                try {
                    super.run();
                    going = false;
                } catch (RuntimeException | Error bug) {
                    processor.watchdog.caught(bug);
                }
            }
        }
    }
}
