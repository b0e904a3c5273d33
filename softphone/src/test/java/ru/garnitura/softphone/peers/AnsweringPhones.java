package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.WavSink;
import ru.garnitura.softphone.audio.webrtc.FilteredSound;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.call.SrtpPolicy;

/// A process of phones of ours without a window that answer at once, say a WAV file over and over, and record what
/// they hear. Prints the address of each, then `ready`; ends when its input does. For measuring from outside.
public final class AnsweringPhones {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /// As many as the desktop has.
    private static final int LINES = 3;

    private AnsweringPhones() {
    }

    /// The phone itself answers at once only while it has no other call.
    private static void answerAll(MediaPhone phone) {
        var _ = phone.phone().softphone().subscribe(event -> {
            if (event instanceof SoftphoneEvent.IncomingCall(CallSnapshot call)) {
                phone.phone().softphone().answer(call.id());
            }
        });
    }

    /// Arguments: how many phones, codec, WAV file to say, beginning of the names of the recordings, and `processed` where
    /// voice processing is on.
    public static void main(String[] args) throws IOException, InterruptedException {
        List<MediaPhone> phones = new ArrayList<>();
        boolean processed = args.length > 4 && args[4].equals("processed");
        // One copy of what they all say: a call has no file of its own.
        LoopSource clip = new LoopSource(Wav.read(Path.of(args[2])));
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            Path heard = Path.of(args[3] + i + ".wav");
            SipAccount.CallPolicy policy = new SipAccount.CallPolicy(0, 0, LINES, List.of(args[1]), SrtpPolicy.OFF);
            MediaPhone phone = MediaPhone.start("phone" + i, policy, io -> notices -> {
                AudioPair plain = new AudioPair(clip.again(), new WavSink(heard, io));
                return processed ? FilteredSound.of(plain) : plain;
            });
            answerAll(phone);
            phones.add(phone);
            OUT.println(phone.phone().uri());
        }
        OUT.println("ready");
        while (System.in.read() >= 0) {
            OUT.println("waiting for the end of the input");
        }
        phones.forEach(MediaPhone::close);
        System.exit(0);
    }
}
