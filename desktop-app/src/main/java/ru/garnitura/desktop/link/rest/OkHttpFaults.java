package ru.garnitura.desktop.link.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Translates what breaks on the way, once.
final class OkHttpFaults {

    private OkHttpFaults() {
    }

    static Failure of(IOException e) {
        return Failure.broken(fault(e), e.toString());
    }

    private static LinkFault fault(IOException e) {
        return switch (e) {
            case UnknownHostException _, NoRouteToHostException _ -> LinkFault.NO_NETWORK;
            case ConnectException _ -> LinkFault.REFUSED;
            case InterruptedIOException _ -> LinkFault.TIMED_OUT;
            case SSLHandshakeException _, SSLPeerUnverifiedException _ -> LinkFault.TLS;
            default -> LinkFault.BROKEN;
        };
    }
}
