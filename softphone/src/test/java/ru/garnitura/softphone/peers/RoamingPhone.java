package ru.garnitura.softphone.peers;

import java.util.List;
import java.util.concurrent.Executors;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneShare;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;

/// A phone of ours in a process of its own, so that it may live in a network of its own: listens on every address,
/// registers as alice, calls bob, says a tone until it is killed, and reports what it hears.
public final class RoamingPhone {

    /// What the other side is to say, hertz.
    public static final double THEIR_TONE = 440;

    private RoamingPhone() {
    }

    /// Arguments: URI of the registrar, transport, PEM file of the authority to trust or nothing, encryption of media.
    /// Says `received N` with the packets received up to then, and ` clear` behind it while the other side's tone is heard.
    public static void main(String[] args) throws InterruptedException {
        var lane = Phone.freshLane();
        var io = Executors.newVirtualThreadPerTaskExecutor();
        Ear ear = new Ear();
        RtpMediaEngine engine = RtpMediaEngine.create(MediaSettings.USUAL,
                AudioEndpoints.of(new ToneSource(MediaPhone.TONE), ear), new MediaLanes(lane, io));
        Phone phone = new Phone("alice", engine, lane);
        phone.register(new SipAccount(new SipAccount.Identity("sip:alice@" + args[0].substring(4), "", "", "pw-alice"::toCharArray),
                new SipAccount.Route(args[0], "", "0.0.0.0:0", SipTransport.valueOf(args[1]), args[2]),
                new SipAccount.CallPolicy(-1, 0, 1, List.of("pcma"), SrtpPolicy.valueOf(args[3]))));
        CallId call = phone.dial("bob");
        phone.awaitState(call, CallState.CONFIRMED);
        while (true) {
            boolean clear = ToneShare.of(ear.listen(200), AudioFrame.RATE, THEIR_TONE) > 0.9;
            System.out.println("received " + phone.softphone().media(call).packetsReceived() + (clear ? " clear" : ""));
        }
    }
}
