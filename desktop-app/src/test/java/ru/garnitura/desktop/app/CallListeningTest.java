package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.desktop.link.recordings.RecordedCalls.Outcome;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.RecordingPlayer.Playing;
import ru.garnitura.sessions.customer.RecordingPlayer.State;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.call.CallAudio;
import ru.garnitura.softphone.call.CallDirection;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.CallTimes;
import ru.garnitura.softphone.call.RemoteParty;

class CallListeningTest {

    private static final RecordedCall RECORDING = new RecordedCall("ab12", Duration.ofSeconds(60));
    private static final int RATE = 16_000;

    private final Lanes lanes = Lanes.of(Runnable::run);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int milliseconds = 60_000;
    private volatile Outcome outcome = Outcome.RECEIVED;
    private final CallListening listening =
            new CallListening(this::fetch, AudioEndpoints.of(AudioSource.silence(), new Ear()), lanes);

    @AfterEach
    void end() {
        lanes.close();
    }

    private Outcome fetch(String interaction, String sha256, OutputStream sink) {
        asked.incrementAndGet();
        int bytes = milliseconds * (RATE / 1000) * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        try {
            sink.write(wav.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcome;
    }

    private void call(String id, CallState state) {
        var remote = new RemoteParty("", "+79275550134", "sip:x@test.invalid", false, CallHints.NONE);
        var times = new CallTimes(Instant.EPOCH, null, Instant.EPOCH, null);
        listening.changed(new CallSnapshot(new CallId(id), CallDirection.OUTGOING, remote,
                new CallSnapshot.Progress(state, CallAudio.OPEN, times, null), null));
    }

    @Test
    void whatWasCutHalfWayIsHeardAndDoesNotPassForTheEnd() {
        milliseconds = 200;
        outcome = Outcome.UNREACHABLE;
        try (Playing playing = listening.play("i-1", RECORDING)) {
            until("its end is told", () -> playing.reading().state() == State.UNREACHABLE);
            assertThat(playing.reading().at()).isEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void nothingBeginsInACallAndAnyCallPausesIt() {
        call("a", CallState.CONFIRMED);
        try (Playing playing = listening.play("i-1", RECORDING)) {
            assertThat(playing.reading().state()).isEqualTo(State.IN_A_CALL);
            playing.toggle();
            assertThat(playing.reading().state()).isEqualTo(State.IN_A_CALL);
            assertThat(asked).as("not heard, and not asked for").hasValue(0);
            call("a", CallState.TERMINATED);
            assertThat(playing.reading().state()).isEqualTo(State.PAUSED);
            playing.toggle();
            until("it plays", () -> playing.reading().state() == State.PLAYING);
            call("b", CallState.CONFIRMED);
            assertThat(playing.reading().state()).isEqualTo(State.PAUSED);
        }
        assertThat(asked).hasValue(1);
    }
}
