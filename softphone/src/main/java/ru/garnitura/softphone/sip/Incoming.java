package ru.garnitura.softphone.sip;

import java.net.InetAddress;

import gov.nist.javax.sip.message.SIPMessage;
import javax.sip.ServerTransaction;
import javax.sip.message.Message;
import javax.sip.message.Request;

import org.jspecify.annotations.Nullable;

/// A request from outside.
///
/// @param transaction null for an ACK
/// @param source      host it came from, as seen by the socket
record Incoming(Request request, @Nullable ServerTransaction transaction, InetAddress source) {

    static Incoming of(Request request, @Nullable ServerTransaction transaction) {
        return new Incoming(request, transaction, sourceOf(request));
    }

    /// Where a message came from, as seen by the socket.
    static InetAddress sourceOf(Message message) {
        SIPMessage parsed = (SIPMessage) message;
        InetAddress packet = parsed.getPeerPacketSourceAddress();
        return packet == null ? parsed.getRemoteAddress() : packet;
    }

    String method() {
        return request.getMethod();
    }
}
