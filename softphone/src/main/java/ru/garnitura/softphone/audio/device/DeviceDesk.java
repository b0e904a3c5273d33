package ru.garnitura.softphone.audio.device;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.LateSource;
import ru.garnitura.softphone.audio.LoopSource;
import ru.garnitura.softphone.audio.Ringer;
import ru.garnitura.softphone.audio.SoundPlace;
import ru.garnitura.softphone.audio.SoundPreferences;
import ru.garnitura.softphone.audio.VoiceProcessing;
import ru.garnitura.softphone.audio.Wav;
import ru.garnitura.softphone.audio.signal.ElasticRing;
import ru.garnitura.softphone.audio.signal.Gain;
import ru.garnitura.softphone.call.DeviceNotice;

/// The operator's devices: which are there, which are wanted, and what is open on them. Any thread, unless it is said.
public final class DeviceDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);
    private static final long FIRST_LIST_MS = BoundedVisits.USUAL.toMillis() + 1_000;

    private final Parts parts;
    private final BoundedVisits visits = new BoundedVisits(BoundedVisits.USUAL);
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<DeviceList> first = new CompletableFuture<>();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final List<Consumer<DeviceList>> watchers = new CopyOnWriteArrayList<>();
    private final Gain microphoneGain = new Gain();
    private final Gain headsetGain = new Gain();
    private final Gain ringerGain = new Gain();
    private CompletableFuture<Void> news = CompletableFuture.completedFuture(null);
    private volatile DeviceList present = DeviceList.NONE;
    private volatile SoundPreferences wanted = SoundPreferences.USUAL;

    /// What the desk works with.
    ///
    /// @param filters makes a voice filter; native
    /// @param io      devices are opened and changed here; must not run tasks in the caller
    public record Parts(DeviceCatalog catalog, SoundLibrary library, Supplier<VoiceFilter> filters, Executor io) {
    }

    public DeviceDesk(Parts parts) {
        this.parts = parts;
    }

    /// Which devices are there. I/O lane: the first time it waits for the answer, up to 6 s.
    public DeviceList present() {
        begin();
        first.completeOnTimeout(DeviceList.NONE, FIRST_LIST_MS, TimeUnit.MILLISECONDS).join();
        return present;
    }

    /// Tells what is there, as soon as it is known and at each change, until the returned task is run; on any thread.
    public Runnable watch(Consumer<DeviceList> changes) {
        watchers.add(changes);
        if (first.isDone()) {
            tell(List.of(changes));
        }
        begin();
        return () -> watchers.remove(changes);
    }

    /// One telling after another, each of what is there by then: the last that anybody is told is never an old list.
    private synchronized void tell(List<Consumer<DeviceList>> listeners) {
        news = news.thenRunAsync(() -> listeners.forEach(listener -> listener.accept(present)), parts.io())
                .exceptionally(failed -> {
                    LOG.error("A list of devices was not told", failed);
                    return null;
                });
    }

    /// From now on the operator wants it like this; what is open follows. Gains are in force at once and move no device,
    /// however often they change while a slider is dragged.
    public void prefer(SoundPreferences preferences) {
        SoundPreferences before = wanted;
        wanted = preferences;
        microphoneGain.set(preferences.gain(SoundPlace.MICROPHONE));
        headsetGain.set(preferences.gain(SoundPlace.HEADSET));
        ringerGain.set(preferences.gain(SoundPlace.RINGER));
        if (!before.with(preferences.gains()).equals(preferences)) {
            follow();
        }
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            parts.catalog().begin(this::changed);
        }
    }

    private void changed(DeviceList now) {
        present = now;
        first.complete(now);
        follow();
        tell(watchers);
    }

    private void follow() {
        followers.forEach(follower -> parts.io().execute(follower::follow));
    }

    private DeskState state() {
        return new DeskState(present(), wanted);
    }

    /// Opens microphone and headset. I/O lane.
    ///
    /// @param voice what is sent where it is not the microphone: a file, a tone; null for the microphone
    /// @param ear   what hears where it is not the headset; null for the headset
    public AudioPair open(@Nullable AudioSource voice, @Nullable AudioSink ear, Consumer<DeviceNotice> notices) {
        OpenPlace<Microphone> mouth = voice == null ? microphone() : null;
        OpenPlace<FedSpeaker> earpiece = ear == null ? speaker() : null;
        OpenHeadset headset = new OpenHeadset(mouth, earpiece, this::state, notices);
        AudioPair pair = new AudioPair(mouth == null ? Objects.requireNonNullElseGet(voice, AudioSource::silence) : source(mouth, headset),
                earpiece == null ? Objects.requireNonNullElseGet(ear, AudioSink::silence) : sink(earpiece, headset));
        VoicePath path = new VoicePath(pair, mouth == null ? new Gain() : microphoneGain, this::filter,
                () -> mouth == null ? VoiceProcessing.OFF : wanted.processing());
        headset.open();
        path.follow();
        followers.add(headset);
        followers.add(path);
        parts.io().execute(headset::follow);
        return path.pair(() -> {
            followers.remove(headset);
            followers.remove(path);
        });
    }

    private Optional<VoiceFilter> filter() {
        return visits.visit("make a voice filter", () -> Optional.of(parts.filters().get()));
    }

    private OpenPlace<Microphone> microphone() {
        return new OpenPlace<>(name -> visits.visit("open a microphone", () -> parts.library().openMicrophone(name)),
                device -> visits.end("close a microphone", device::close));
    }

    private AudioSource source(OpenPlace<Microphone> place, OpenHeadset headset) {
        DeviceSource source = new DeviceSource(place, parts.io());
        source.onStuck(headset::renewMicrophone);
        return source;
    }

    private OpenPlace<FedSpeaker> speaker() {
        return new OpenPlace<>(name -> visits.visit("open a headset", () -> fed(name)),
                device -> visits.end("close a headset", device::close));
    }

    private Optional<FedSpeaker> fed(String name) {
        ElasticRing ring = new ElasticRing(AudioFrame.SAMPLES);
        return parts.library().openSpeaker(name, ring::read).map(speaker -> {
            speaker.start();
            return new FedSpeaker(speaker, ring);
        });
    }

    private AudioSink sink(OpenPlace<FedSpeaker> place, OpenHeadset headset) {
        DeviceSink sink = new DeviceSink(place, parts.io(), headsetGain);
        sink.onStuck(headset::renewSpeaker);
        return sink;
    }

    /// A ringer on a device of its own, made ready at once.
    ///
    /// @param loop read on the I/O lane
    public Ringer ringer(Supplier<Wav> loop) {
        LateSource ring = new LateSource(CompletableFuture.supplyAsync(() -> new LoopSource(loop.get()), parts.io()));
        DeviceRinger ringer = new DeviceRinger(parts.library(), frame -> {
            ring.read(frame);
            ringerGain.apply(frame);
        }, this::state, parts.io());
        followers.add(ringer);
        parts.io().execute(ringer::follow);
        return ringer;
    }

    @Override
    public void close() {
        parts.catalog().close();
    }
}
