package ru.garnitura.softphone.audio.device;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.softphone.audio.device.FakeCatalog.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.DeviceNotice.Kind;
import ru.garnitura.softphone.call.DeviceNotice.Place;

class DeviceDeskTest {

    private final FakeLibrary library = new FakeLibrary();
    private final FakeCatalog catalog = new FakeCatalog(list(List.of("Desk Mic", "Jabra"), List.of("Desk", "Jabra")));
    private final List<String> filtering = new ArrayList<>();
    private final DeviceDesk desk = new DeviceDesk(new DeviceDesk.Parts(catalog, library, Filter::new, Runnable::run));
    private final List<DeviceNotice> notices = new ArrayList<>();

    private final class Filter implements VoiceFilter {

        @Override
        public void use(VoiceProcessing processing) {
            filtering.add(processing.isOff() ? "off" : "on");
        }

        @Override
        public void heard(short[] frame) {
            filtering.add("heard " + frame[0]);
        }

        @Override
        public void said(short[] frame) {
            filtering.add("said");
        }

        @Override
        public void close() {
            filtering.add("closed");
        }
    }

    private AudioPair open(SoundPreferences preferences) {
        desk.prefer(preferences);
        return desk.open(null, null, notices::add);
    }

    private static SoundPreferences preferring(String microphone, String headset) {
        return new SoundPreferences(List.of(microphone), List.of(headset), List.of(), SoundPreferences.Gains.NONE,
                VoiceProcessing.OFF);
    }

    @Test
    void theFirstPreferredDeviceThatIsThereIsUsed() {
        open(new SoundPreferences(List.of("Absent", "Jabra"), List.of("Jabra", "Desk"), List.of(),
                SoundPreferences.Gains.NONE, VoiceProcessing.OFF));
        assertThat(library.deeds).containsExactly("open Jabra", "start Jabra", "open Jabra");
        assertThat(notices).containsExactly(new DeviceNotice(Kind.OPENED, Place.BOTH, "Jabra"));
    }

    @Test
    void withoutAPreferenceTheSystemsDefaultIsUsed() {
        open(SoundPreferences.USUAL);
        assertThat(library.deeds).containsExactly("open Desk", "start Desk", "open Desk Mic");
    }

    @Test
    void aWholeHeadsetThatIsPulledOutIsToldOnce() {
        open(preferring("Jabra", "Jabra"));
        notices.clear();
        library.deeds.clear();
        catalog.now(list(List.of("Desk Mic"), List.of("Desk")));
        assertThat(notices).containsExactly(new DeviceNotice(Kind.REPLACED, Place.BOTH, "Desk"));
        assertThat(library.deeds).containsExactly("open Desk", "start Desk", "close Jabra", "open Desk Mic", "close Jabra");
    }

    @Test
    void thePreferredOneThatComesIsTakenIntoUseBeforeTheOtherIsLetGo() {
        open(preferring("Plantronics", "Plantronics"));
        library.deeds.clear();
        notices.clear();
        catalog.now(list(List.of("Desk Mic", "Jabra", "Plantronics"), List.of("Desk", "Jabra")));
        assertThat(library.deeds).containsExactly("open Plantronics", "close Desk Mic");
        assertThat(notices).containsExactly(new DeviceNotice(Kind.REPLACED, Place.MICROPHONE, "Plantronics"));
    }

    @Test
    void draggingASliderTriesNoDevice() {
        library.refused.add("Jabra");
        SoundPreferences wanted = preferring("Jabra", "Jabra");
        open(wanted);
        library.deeds.clear();
        for (int decibels = -20; decibels <= 20; decibels++) {
            desk.prefer(wanted.with(new SoundPreferences.Gains(decibels, decibels, decibels)));
        }
        assertThat(library.deeds).isEmpty();
        desk.prefer(wanted.ordering(SoundPlace.HEADSET, List.of("Desk")));
        assertThat(library.deeds).as("another order moves the devices").contains("open Jabra");
    }

    @Test
    void theLastThatAWatcherIsToldIsWhatIsThere() throws InterruptedException {
        DeviceList later = list(List.of("Camera"), List.of());
        BlockingQueue<DeviceList> told = new LinkedBlockingQueue<>();
        try (ExecutorService io = Executors.newCachedThreadPool()) {
            DeviceDesk busy = new DeviceDesk(new DeviceDesk.Parts(catalog, library, Filter::new, io));
            busy.present();
            AtomicBoolean first = new AtomicBoolean(true);
            Runnable end = busy.watch(list -> {
                // Something changes while the first list is on its way.
                if (first.getAndSet(false)) {
                    catalog.now(later);
                }
                told.add(list);
            });
            assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(later);
            end.run();
            busy.close();
        }
    }

    @Test
    void anotherDeviceThatComesOrGoesChangesNothing() {
        open(preferring("Jabra", "Jabra"));
        library.deeds.clear();
        notices.clear();
        catalog.now(list(List.of("Jabra", "Camera"), List.of("Jabra", "Monitor")));
        assertThat(library.deeds).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void theLastDeviceThatGoesIsToldAndTheNextOneIsTaken() {
        open(SoundPreferences.USUAL);
        notices.clear();
        catalog.now(list(List.of(), List.of("Desk")));
        catalog.now(list(List.of("Camera"), List.of("Desk")));
        assertThat(notices).containsExactly(new DeviceNotice(Kind.NONE_AVAILABLE, Place.MICROPHONE, ""),
                new DeviceNotice(Kind.REPLACED, Place.MICROPHONE, "Camera"));
    }

    @Test
    void aDeviceThatRefusesGivesWayToTheNext() {
        library.refused.add("Jabra");
        open(preferring("Jabra", "Jabra"));
        assertThat(notices).containsExactly(new DeviceNotice(Kind.OPENED, Place.BOTH, "Desk"));
    }

    @Test
    void aStuckMicrophoneThatIsStillThereIsOpenedAnewWithoutAWord() {
        AudioPair pair = open(preferring("Jabra", "Jabra"));
        notices.clear();
        library.deeds.clear();
        library.dumb = true;
        for (int frame = 0; frame < 299; frame++) {
            pair.source().read(AudioFrame.silence());
        }
        assertThat(library.deeds).as("a busy machine is no reason").isEmpty();
        pair.source().read(AudioFrame.silence());
        assertThat(library.deeds).containsExactly("close Jabra", "open Jabra");
        assertThat(notices).isEmpty();
    }

    @Test
    void aStuckHeadsetThatIsStillThereIsOpenedAnewWithoutAWord() {
        AudioPair pair = open(preferring("Jabra", "Jabra"));
        notices.clear();
        library.deeds.clear();
        for (int frame = 0; frame < 250; frame++) {
            pair.sink().write(AudioFrame.silence());
        }
        assertThat(library.deeds).as("a busy machine is no reason").isEmpty();
        for (int frame = 0; frame < 100; frame++) {
            pair.sink().write(AudioFrame.silence());
        }
        assertThat(library.deeds).containsExactly("close Jabra", "open Jabra", "start Jabra");
        assertThat(notices).isEmpty();
    }

    @Test
    void theRingPlaysOnItsOwnDeviceAndFollowsIt() {
        desk.prefer(SoundPreferences.USUAL.ordering(SoundPlace.RINGER, List.of("Loudspeaker", "Desk")));
        Ringer ringer = desk.ringer(() -> new Wav(AudioFrame.RATE, new short[AudioFrame.RATE]));
        ringer.ring();
        catalog.now(list(List.of("Desk Mic"), List.of("Desk", "Loudspeaker")));
        ringer.silence();
        ringer.close();
        assertThat(library.deeds).containsExactly("open Desk", "start Desk", "open Loudspeaker", "close Desk",
                "start Loudspeaker", "stop Loudspeaker", "close Loudspeaker");
    }

    @Test
    void processingFollowsTheSettingInTheCall() {
        AudioPair pair = open(preferring("Jabra", "Jabra"));
        pair.source().read(AudioFrame.silence());
        desk.prefer(preferring("Jabra", "Jabra").with(VoiceProcessing.ALL));
        pair.source().read(AudioFrame.silence());
        pair.sink().write(AudioFrame.silence());
        desk.prefer(preferring("Jabra", "Jabra"));
        pair.close();
        assertThat(filtering).containsExactly("on", "said", "heard 0", "off", "closed");
    }

    @Test
    void aFileIsSentAsItIs() {
        desk.prefer(SoundPreferences.USUAL.with(new SoundPreferences.Gains(20, 0, 0)));
        AudioPair pair = desk.open(frame -> frame[0] = 100, AudioSink.silence(), notices::add);
        short[] frame = AudioFrame.silence();
        pair.source().read(frame);
        assertThat(frame[0]).isEqualTo((short) 100);
        assertThat(filtering).isEmpty();
    }

    @Test
    void gainsMakeLouder() {
        desk.prefer(preferring("Jabra", "Jabra").with(new SoundPreferences.Gains(20, 20, 0)));
        List<Short> heard = new ArrayList<>();
        AudioPair spoken = desk.open(AudioSource.silence(), null, notices::add);
        short[] frame = AudioFrame.silence();
        frame[0] = 100;
        spoken.sink().write(frame);
        heard.add(frame[0]);
        assertThat(heard).containsExactly((short) 1000);
    }
}
