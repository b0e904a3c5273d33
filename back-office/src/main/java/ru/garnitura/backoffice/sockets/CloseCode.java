package ru.garnitura.backoffice.sockets;

/// Why the server closed a socket.
public enum CloseCode {
    PROTOCOL(4400),
    SIGNED_OUT(4401),
    SLOW(4408),
    REPLACED(4409),
    RESTART(1001);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
