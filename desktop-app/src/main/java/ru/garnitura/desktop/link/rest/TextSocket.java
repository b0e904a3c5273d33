package ru.garnitura.desktop.link.rest;

/// One WebSocket connection that carries text frames. A new object for each attempt.
public interface TextSocket {

    /// False when the frame can't be queued any more: the connection ends, or too much waits.
    boolean send(String frame);

    /// Bytes that wait to be sent.
    long waiting();

    /// Says goodbye and ends.
    void close();

    /// Ends at once.
    void cancel();

    /// Told in order on the connection's thread; implementations only enqueue. After `ended` nothing comes any more.
    interface Listener {

        void opened();

        void frame(String text);

        void ended(End end);
    }

    /// How a connection ended.
    sealed interface End {

        /// The back office closed it; codes as in the contract (4401 signed out, 4409 replaced).
        record Closed(int code) implements End {
        }

        record Failed(Failure failure) implements End {
        }
    }
}
