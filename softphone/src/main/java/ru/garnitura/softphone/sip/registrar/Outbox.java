package ru.garnitura.softphone.sip.registrar;

import java.net.InetSocketAddress;

import gov.nist.javax.sip.message.SIPMessage;

/// Sends one message in one datagram.
@FunctionalInterface
interface Outbox {

    void send(SIPMessage message, InetSocketAddress to);
}
