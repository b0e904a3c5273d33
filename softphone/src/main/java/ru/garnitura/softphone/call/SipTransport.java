package ru.garnitura.softphone.call;

/// Transport of signaling.
public enum SipTransport {
    UDP, TCP, TLS
}
