package ru.garnitura.softphone.media.rtp;

/// Turns packets of telephone events into digits, each pressed key once (RFC 4733, section 2.5.2).
public final class TelephoneEventReceiver {

    /// Hears digits, on the audio lane.
    public interface DigitListener {
        void digitReceived(char digit);
    }

    private final DigitListener listener;
    private boolean heardAny;
    private int lastTimestamp;

    public TelephoneEventReceiver(DigitListener listener) {
        this.listener = listener;
    }

    /// All packets of one press share a timestamp: the first that arrives reports it, whichever were lost.
    public void receive(RtpPacket packet) {
        if (packet.payloadLength() < 4) {
            return;
        }
        int code = packet.data()[packet.payloadAt()] & 0xff;
        boolean known = heardAny && packet.timestamp() - lastTimestamp <= 0;
        if (known || !TelephoneEvents.isDigit(code)) {
            return;
        }
        heardAny = true;
        lastTimestamp = packet.timestamp();
        listener.digitReceived(TelephoneEvents.digit(code));
    }

    /// Forgets the timeline of a source that was replaced.
    public void restart() {
        heardAny = false;
    }
}
