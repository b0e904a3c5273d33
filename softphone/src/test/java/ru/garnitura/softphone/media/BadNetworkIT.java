package ru.garnitura.softphone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.call.MediaSnapshot;

/// A call whose packets to Bob go through a bad network.
class BadNetworkIT {

    private static final Pattern PORT = Pattern.compile("m=audio (\\d+)");

    private final MediaPair call = new MediaPair("pcma");
    private final UdpRelay[] relay = new UdpRelay[1];
    private int bobPort;

    @AfterEach
    void hangUp() {
        call.close();
        relay[0].close();
    }

    private void connect(UdpRelay.Weather weather) {
        call.connect(UnaryOperator.identity(), answer -> {
            Matcher port = PORT.matcher(answer);
            assertThat(port.find()).isTrue();
            bobPort = Integer.parseInt(port.group(1));
            try {
                relay[0] = new UdpRelay(bobPort, weather, 42);
            } catch (SocketException impossible) {
                throw new AssertionError(impossible);
            }
            return answer.replace("m=audio " + bobPort, "m=audio " + relay[0].port());
        });
    }

    @Test
    void lossIsHeardLittleAndMeasuredRightly() throws InterruptedException {
        connect(new UdpRelay.Weather(0.05, 0, 0.05));
        assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        call.bobEar.listen(6000);
        MediaSnapshot measured = call.bob.snapshot();
        double loss = (double) measured.packetsLost() / (measured.packetsLost() + measured.packetsReceived());
        assertThat(measured.packetsLost()).isPositive();
        assertThat(loss).isBetween(0.0, 0.15);
        assertThat(measured.mos()).isBetween(2.0, 4.35);
    }

    @Test
    void jitterIsMeasured() throws InterruptedException {
        connect(new UdpRelay.Weather(0, 30, 0));
        call.bobEar.listen(4000);
        MediaSnapshot measured = call.bob.snapshot();
        assertThat(measured.jitterMs()).isBetween(3.0, 40.0);
        assertThat(measured.packetsLost()).isLessThan(5);
    }

    @Test
    void aCutIsReportedAfterFiveSecondsAndItsEndToo() throws InterruptedException {
        connect(UdpRelay.Weather.FINE);
        assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        relay[0].change(UdpRelay.Weather.CUT);
        assertThat(call.bobReports.silences.poll(15, TimeUnit.SECONDS)).isBetween(5000L, 5900L);
        relay[0].change(UdpRelay.Weather.FINE);
        assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        Long report = call.bobReports.silences.poll(5, TimeUnit.SECONDS);
        while (report != null && report > 0) {
            report = call.bobReports.silences.poll(5, TimeUnit.SECONDS);
        }
        assertThat(report).isZero();
    }

    @Test
    void aStrangerIsNotHeard() throws Exception {
        connect(UdpRelay.Weather.FINE);
        assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        long before = call.bob.snapshot().packetsReceived();
        try (DatagramSocket stranger = new DatagramSocket()) {
            byte[] noise = new byte[172];
            noise[0] = (byte) 0x80;
            noise[1] = 8;
            for (int i = 0; i < 200; i++) {
                noise[3] = (byte) i;
                stranger.send(new DatagramPacket(noise, noise.length, InetAddress.getLoopbackAddress(), bobPort));
            }
        }
        assertThat(call.bobEar.waitForTone(440, 0.99)).isGreaterThanOrEqualTo(0.99);
        call.bobEar.listen(1100);
        assertThat(call.bob.snapshot().packetsReceived() - before).isLessThan(150);
    }
}
