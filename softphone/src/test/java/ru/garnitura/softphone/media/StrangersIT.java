package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.call.MediaDirection;

/// A stranger who knows the ports of a call before it begins, and goes on.
class StrangersIT {

    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");

    private final MediaPair call = new MediaPair("pcma");
    private final AtomicBoolean spraying = new AtomicBoolean(true);
    private Thread sprayer;

    /// Bob answered; the stranger's sound is there before that of Alice.
    @BeforeEach
    void connect() {
        String answer = call.bob.answer(call.alice.createOffer(MediaDirection.SENDRECV), MediaDirection.SENDRECV);
        Matcher port = PORT.matcher(answer);
        assertThat(port.find()).isTrue();
        call.bob.start();
        sprayer = Thread.ofPlatform().daemon().start(() -> spray(Integer.parseInt(port.group(1))));
        call.awaitBob(now -> now.packetsReceived() > 20);
        call.alice.accept(answer);
        call.alice.start();
    }

    @AfterEach
    void hangUp() throws InterruptedException {
        spraying.set(false);
        sprayer.join();
        call.close();
    }

    /// 50 packets a second on the port of the sound, and beside each a report on the next port.
    private void spray(int port) {
        byte[] sound = new byte[172];
        sound[0] = (byte) 0x80;
        sound[1] = 8;
        sound[11] = 66;
        byte[] report = new byte[28];
        report[0] = (byte) 0x80;
        report[1] = (byte) 200;
        report[3] = 6;
        try (DatagramSocket stranger = new DatagramSocket()) {
            for (int i = 0; spraying.get(); i++) {
                sound[2] = (byte) (i >> 8);
                sound[3] = (byte) i;
                sound[5] = (byte) ((i * 160) >> 16);
                sound[6] = (byte) ((i * 160) >> 8);
                sound[7] = (byte) (i * 160);
                stranger.send(new DatagramPacket(sound, sound.length, InetAddress.getLoopbackAddress(), port));
                stranger.send(new DatagramPacket(report, report.length, InetAddress.getLoopbackAddress(), port + 1));
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void theAnnouncedPeerIsHeardAndHisReportsAreBelieved() throws InterruptedException {
        assertThat(call.bobEar.waitForTone(440, 0.99)).as("beside the stranger").isGreaterThanOrEqualTo(0.99);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (call.alice.snapshot().roundTripMs() < 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(call.alice.snapshot().roundTripMs()).as("of what Bob echoes").isNotNegative();
    }
}
