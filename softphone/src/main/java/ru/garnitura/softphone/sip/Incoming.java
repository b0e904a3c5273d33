package ru.garnitura.softphone.sip;

import java.net.InetAddress;

import gov.nist.javax.sip.message.SIPRequest;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;

import org.jspecify.annotations.Nullable;

/// A request from outside.
///
/// @param transaction null for an ACK
/// @param source      host it came from, as seen by the socket
record Incoming(Request request, @Nullable ServerTransaction transaction, InetAddress source) {

    static Incoming of(Request request, @Nullable ServerTransaction transaction) {
        SIPRequest parsed = (SIPRequest) request;
        InetAddress packet = parsed.getPeerPacketSourceAddress();
        return new Incoming(request, transaction, packet == null ? parsed.getRemoteAddress() : packet);
    }

    String method() {
        return request.getMethod();
    }
}
