package ru.garnitura.backoffice.sockets;

/// What one kind of socket does with its frames. Called on virtual threads, one frame after the other; may block.
public interface FrameHandler {

    /// One frame.
    ///
    /// @throws ru.garnitura.backoffice.web.Problem where the frame can't be understood: the socket is closed then
    void onFrame(SocketLine line, String text);

    /// The socket has ended; called once.
    void onEnd(SocketLine line);
}
