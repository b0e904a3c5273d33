package ru.garnitura.softphone.audio.device;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.DeviceNotice.Kind;
import ru.garnitura.softphone.call.DeviceNotice.Place;

/// Microphone and earpiece of the calls that run, either of which may be no device but a file. Whatever changes at
/// once is told in one notice. I/O lane.
final class OpenHeadset implements Follower {

    private final @Nullable OpenPlace<Microphone> microphone;
    private final @Nullable OpenPlace<FedSpeaker> speaker;
    private final Supplier<DeskState> desk;
    private final Consumer<DeviceNotice> notices;

    OpenHeadset(@Nullable OpenPlace<Microphone> microphone, @Nullable OpenPlace<FedSpeaker> speaker,
            Supplier<DeskState> desk, Consumer<DeviceNotice> notices) {
        this.microphone = microphone;
        this.speaker = speaker;
        this.desk = desk;
        this.notices = notices;
    }

    /// The first devices.
    synchronized void open() {
        move();
        if (isComplete()) {
            notices.accept(new DeviceNotice(Kind.OPENED, Place.BOTH, name(true, true)));
        } else {
            missing();
        }
    }

    @Override
    public synchronized void follow() {
        Moved moved = move();
        tell(moved.microphone(), moved.speaker());
    }

    private Moved move() {
        DeskState now = desk.get();
        boolean ear = speaker != null && speaker.follow(now.candidates(SoundPlace.HEADSET));
        boolean mouth = microphone != null && microphone.follow(now.candidates(SoundPlace.MICROPHONE));
        return new Moved(mouth, ear);
    }

    private record Moved(boolean microphone, boolean speaker) {
    }

    /// The microphone gives nothing any more though it is there.
    synchronized void renewMicrophone() {
        tell(microphone != null && microphone.renew(desk.get().candidates(SoundPlace.MICROPHONE)), false);
    }

    /// The earpiece takes nothing any more though it is there.
    synchronized void renewSpeaker() {
        tell(false, speaker != null && speaker.renew(desk.get().candidates(SoundPlace.HEADSET)));
    }

    private void tell(boolean mouth, boolean ear) {
        if ((mouth || ear) && !isComplete()) {
            missing();
        } else if (mouth || ear) {
            notices.accept(new DeviceNotice(Kind.REPLACED, place(mouth, ear), name(mouth, ear)));
        }
    }

    private boolean isComplete() {
        return (microphone == null || microphone.device() != null) && (speaker == null || speaker.device() != null);
    }

    private void missing() {
        boolean mouth = microphone != null && microphone.device() == null;
        boolean ear = speaker != null && speaker.device() == null;
        notices.accept(new DeviceNotice(Kind.NONE_AVAILABLE, place(mouth, ear), ""));
    }

    private static Place place(boolean mouth, boolean ear) {
        return mouth && ear ? Place.BOTH : mouth ? Place.MICROPHONE : Place.HEADSET;
    }

    private String name(boolean mouth, boolean ear) {
        if (ear && speaker != null) {
            return speaker.name();
        }
        return mouth && microphone != null ? microphone.name() : "";
    }
}
