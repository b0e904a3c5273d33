package ru.garnitura.softphone.audio.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import ru.garnitura.softphone.audio.DeviceList;

/// Devices without hardware: what is opened, started and closed is written down.
public final class FakeLibrary implements SoundLibrary {

    /// What happened, such as `open Jabra`.
    public final List<String> deeds = new CopyOnWriteArrayList<>();
    public final Set<String> refused = ConcurrentHashMap.newKeySet();
    public final CountDownLatch released = new CountDownLatch(1);
    public volatile boolean hanging;
    public volatile boolean dumb;
    public volatile DeviceList there = DeviceList.NONE;

    private void enter() {
        while (hanging && released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException uninterested) {
                deeds.add("interrupted");
            }
        }
    }

    @Override
    public DeviceList list() {
        deeds.add("list");
        enter();
        return there;
    }

    @Override
    public Optional<Microphone> openMicrophone(String name) {
        enter();
        deeds.add("open " + name);
        return refused.contains(name) ? Optional.empty() : Optional.of(new FakeMicrophone(name));
    }

    @Override
    public Optional<Speaker> openSpeaker(String name, FrameFeed feed) {
        enter();
        deeds.add("open " + name);
        return refused.contains(name) ? Optional.empty() : Optional.of(new FakeSpeaker(name));
    }

    private final class FakeMicrophone implements Microphone {
        private final String name;
        private int starved;

        FakeMicrophone(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int read(short[] frame) {
            starved = dumb ? starved + 1 : 0;
            return starved;
        }

        @Override
        public void close() {
            deeds.add("close " + name);
        }
    }

    private final class FakeSpeaker implements Speaker {
        private final String name;

        FakeSpeaker(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            deeds.add("start " + name);
        }

        @Override
        public void stop() {
            deeds.add("stop " + name);
        }

        @Override
        public void close() {
            deeds.add("close " + name);
        }
    }
}
