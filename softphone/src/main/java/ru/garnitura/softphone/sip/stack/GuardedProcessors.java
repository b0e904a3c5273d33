package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.net.InetAddress;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;

/// What reads messages: JAIN-SIP's own, and for datagrams one whose threads outlive what they stumble over.
public final class GuardedProcessors implements MessageProcessorFactory {

    private final MessageProcessorFactory usual = new OIOMessageProcessorFactory();

    /// JAIN-SIP notes on the stack that it may answer through its UDP socket only while it makes a processor of its own.
    /// That one is never started, and ours takes over its socket.
    @Override
    public MessageProcessor createMessageProcessor(SIPTransactionStack stack, InetAddress address, int port,
            String transport) throws IOException {
        MessageProcessor made = usual.createMessageProcessor(stack, address, port, transport);
        return transport.equalsIgnoreCase("udp") && stack.getNetworkLayer() instanceof OwnNetworkLayer network
                ? new GuardedUdpProcessor(address, stack, port, network.watchdog()) : made;
    }
}
