package ru.garnitura.softphone.audio.webrtc;

import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ru.garnitura.softphone.audio.AudioChoice;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioSettings;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.signal.Tones;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaListener;
import ru.garnitura.softphone.call.MediaPolicy;
import ru.garnitura.softphone.call.MediaSession;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;

/// A process with a headset in a call with a party that says 1000 Hz. Each second it prints what that party hears.
/// Ends when its input does.
final class DeviceCallChild {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private DeviceCallChild() {
    }

    public static void main(String[] args) throws Exception {
        ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
        MediaLanes lanes = new MediaLanes(Runnable::run, io);
        MediaSettings settings = MediaSettings.USUAL;
        MediaPolicy policy = MediaPolicy.plain("pcmu");
        WebrtcEndpoints devices = WebrtcEndpoints.of(AudioSettings.parse("device", "device", "device"), io);
        OUT.println("devices complete: " + devices.isComplete());
        Ear ear = new Ear();
        RtpMediaEngine operator = RtpMediaEngine.create(settings, devices, lanes);
        RtpMediaEngine customer = RtpMediaEngine.create(settings, AudioEndpoints.of(new ToneSource(1000), ear), lanes);
        Ringer ringer = WebrtcRinger.of(new AudioChoice.Device(List.of()),
                new Wav(48_000, Tones.sine(48_000, 700, 48_000, 16_000)), io);
        MediaSession near = operator.open(new CallId("near"), InetAddress.getLoopbackAddress(), policy, new Printing());
        MediaSession far = customer.open(new CallId("far"), InetAddress.getLoopbackAddress(), policy, new Printing());
        near.accept(far.answer(near.createOffer(MediaDirection.SENDRECV), MediaDirection.SENDRECV));
        near.start();
        far.start();
        Thread.ofVirtual().start(() -> report(ear));
        for (int command = System.in.read(); command >= 0; command = System.in.read()) {
            switch (command) {
                case 'r' -> ringer.ring();
                case 's' -> ringer.silence();
                default -> { }
            }
        }
        near.close();
        far.close();
        Runtime.getRuntime().halt(0);
    }

    private static void report(Ear ear) {
        try {
            while (true) {
                short[] heard = ear.listen(500);
                OUT.printf(Locale.ROOT, "far440 %.4f%n", ToneShare.of(heard, AudioFrame.RATE, 440));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Printing implements MediaListener {

        @Override
        public void digitReceived(char digit) {
            OUT.println("digit " + digit);
        }

        @Override
        public void remoteDirectionChanged(MediaDirection direction) {
            OUT.println("direction " + direction);
        }

        @Override
        public void silentFor(long milliseconds) {
            OUT.println("silent " + milliseconds);
        }

        @Override
        public void encryptionFailed() {
            OUT.println("encryption failed");
        }

        @Override
        public void deviceChanged(DeviceNotice notice) {
            OUT.println("device " + notice.kind() + " " + notice.device());
        }
    }
}
