package ru.garnitura.softphone.audio.webrtc;

import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioSettings;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.audio.VoiceProcessing;
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

/// A process with a headset in a call with a party that says 1000 Hz. Ten times a second it prints how
/// many frames that party has heard and how much of the last 100 ms was 440 and 550 Hz.
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
        devices.prefer(new SoundPreferences(names("microphones"), names("headsets"), names("ringers"),
                SoundPreferences.Gains.NONE, Boolean.getBoolean("cleaned") ? VoiceProcessing.ALL : VoiceProcessing.OFF));
        OUT.println("devices complete: " + devices.isComplete());
        Ear ear = new Ear();
        RtpMediaEngine operator = RtpMediaEngine.create(settings, devices, lanes);
        RtpMediaEngine customer = RtpMediaEngine.create(settings, AudioEndpoints.of(new ToneSource(1000), ear), lanes);
        Ringer ringer = devices.ringer(() -> new Wav(48_000, Tones.sine(48_000, 700, 48_000, 16_000)));
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

    /// Preferred devices, given as a property, parted by commas.
    private static List<String> names(String place) {
        return Stream.of(System.getProperty(place, "").split(",", -1)).filter(name -> !name.isEmpty()).toList();
    }

    private static void report(Ear ear) {
        try {
            while (true) {
                short[] heard = ear.listen(100);
                OUT.printf(Locale.ROOT, "far %d %.4f %.4f%n", ear.heard(), ToneShare.of(heard, AudioFrame.RATE, 440),
                        ToneShare.of(heard, AudioFrame.RATE, 550));
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
        public void mediaFailed() {
            OUT.println("media failed");
        }

        @Override
        public void deviceChanged(DeviceNotice notice) {
            OUT.println("device " + notice.kind() + " " + notice.place() + " " + notice.device());
        }
    }
}
