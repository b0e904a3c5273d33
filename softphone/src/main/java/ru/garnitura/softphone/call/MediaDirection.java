package ru.garnitura.softphone.call;

/// Direction of a media stream as this side sees it (RFC 3264, section 5.1).
public enum MediaDirection {
    SENDRECV, SENDONLY, RECVONLY, INACTIVE
}
