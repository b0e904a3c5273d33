package ru.garnitura.softphone.peers;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import ru.garnitura.softphone.audio.AudioEndpoints;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.media.MediaLanes;
import ru.garnitura.softphone.media.MediaSettings;
import ru.garnitura.softphone.media.RtpMediaEngine;

/// A phone of ours in a process of its own, so that it may live in a network of its own: listens on every address,
/// registers as alice, calls bob and says a tone until it is killed.
public final class RoamingPhone {

    private RoamingPhone() {
    }

    /// Argument: URI of the registrar.
    public static void main(String[] args) throws InterruptedException {
        var lane = Phone.freshLane();
        var io = Executors.newVirtualThreadPerTaskExecutor();
        RtpMediaEngine engine = RtpMediaEngine.create(MediaSettings.USUAL,
                AudioEndpoints.of(new ToneSource(MediaPhone.TONE), new Ear()), new MediaLanes(lane, io));
        Phone phone = new Phone("alice", engine, lane);
        phone.register(new SipAccount(new SipAccount.Identity("sip:alice@" + args[0].substring(4), "", "", "pw-alice"::toCharArray),
                new SipAccount.Route(args[0], "", "0.0.0.0:0", SipTransport.UDP),
                new SipAccount.CallPolicy(-1, 0, 1, List.of("pcma"), SrtpPolicy.OFF)));
        phone.dial("bob");
        while (true) {
            LockSupport.park();
        }
    }
}
