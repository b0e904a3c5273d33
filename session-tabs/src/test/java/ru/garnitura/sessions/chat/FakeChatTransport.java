package ru.garnitura.sessions.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import ru.garnitura.sessions.session.SessionId;

/// Notes what it is asked in words, and says what the test tells it to say. Any thread.
public final class FakeChatTransport implements ChatTransport {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Consumer<ChatEvent> listener = event -> {
        throw new IllegalStateException("nobody listens yet");
    };
    private volatile boolean listening;

    /// Everything asked so far, such as `send s-1 hello`.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public boolean isListening() {
        return listening;
    }

    /// Keys of messages sent, in order.
    public List<String> keys() {
        return asked.stream().filter(line -> line.startsWith("key ")).map(line -> line.substring(4)).toList();
    }

    public void say(ChatEvent event) {
        listener.accept(event);
    }

    @Override
    public void listen(Consumer<ChatEvent> events) {
        listener = events;
        listening = true;
    }

    @Override
    public void accept(SessionId session) {
        asked.add("accept " + session);
    }

    @Override
    public void refuse(SessionId session) {
        asked.add("refuse " + session);
    }

    @Override
    public void send(SessionId session, String key, String text) {
        asked.add("send " + session + " " + text);
        asked.add("key " + key);
    }

    @Override
    public void close(SessionId session) {
        asked.add("close " + session);
    }

    @Override
    public void typing(SessionId session) {
        asked.add("typing " + session);
    }

    @Override
    public void readUpTo(SessionId session, long seq) {
        asked.add("read " + session + " " + seq);
    }

    @Override
    public void acknowledge(SessionId session, long seq) {
        asked.add("ack " + session + " " + seq);
    }

    @Override
    public void acknowledgeInbox(long inbox) {
        asked.add("ack-inbox " + inbox);
    }

    @Override
    public void requestGap(SessionId session, long from, long to) {
        asked.add("gap " + session + " " + from + "-" + to);
    }

    @Override
    public void requestAfter(SessionId session, long seq) {
        asked.add("after " + session + " " + seq);
    }
}
