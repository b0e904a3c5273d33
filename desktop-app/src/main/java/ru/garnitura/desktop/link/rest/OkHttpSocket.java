package ru.garnitura.desktop.link.rest;

import okhttp3.WebSocket;

/// A connection's sending side.
record OkHttpSocket(WebSocket socket) implements TextSocket {

    private static final int NORMAL = 1000;

    /// Stands for a connection that never was.
    static final TextSocket NONE = new TextSocket() {
        @Override
        public boolean send(String frame) {
            return false;
        }

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public void close() {
        }

        @Override
        public void cancel() {
        }
    };

    @Override
    public boolean send(String frame) {
        return socket.send(frame);
    }

    @Override
    public long waiting() {
        return socket.queueSize();
    }

    @Override
    public void close() {
        socket.close(NORMAL, null);
    }

    @Override
    public void cancel() {
        socket.cancel();
    }
}
