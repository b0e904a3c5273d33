package ru.garnitura.softphone.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioSettings;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.audio.webrtc.WebrtcEndpoints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SrtpPolicy;

/// A process of two phones in a call: one speaks through the microphone `Desk mouth`, the other plays on the headset
/// `Desk ear` (see [PulseAudio#plugDesk]). The sound server is read from the environment, hence a process of its own.
/// Argument: the codec. Prints `talking`; ends when its input does.
public final class DeskPhones {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private DeskPhones() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> codec = List.of(args[0]);
        try (MediaPhone caller = MediaPhone.start("caller", new SipAccount.CallPolicy(-1, 0, 1, codec, SrtpPolicy.OFF),
                        io -> devices("device", "null", io));
                MediaPhone callee = MediaPhone.start("callee", new SipAccount.CallPolicy(0, 0, 1, codec, SrtpPolicy.OFF),
                        io -> devices("null", "device", io))) {
            CallId call = caller.phone().dial(callee.phone().uri());
            caller.phone().awaitState(call, CallState.CONFIRMED);
            OUT.println("talking");
            while (System.in.read() >= 0) {
                OUT.println("waiting for the end of the input");
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static AudioEndpoints devices(String source, String sink, Executor io) {
        WebrtcEndpoints endpoints = WebrtcEndpoints.of(AudioSettings.parse(source, sink, "null"), io);
        endpoints.prefer(new SoundPreferences(List.of("Desk mouth"), List.of("Desk ear"), List.of(), SoundPreferences.Gains.NONE,
                VoiceProcessing.OFF));
        return endpoints;
    }
}
