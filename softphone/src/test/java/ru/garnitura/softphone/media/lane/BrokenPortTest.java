package ru.garnitura.softphone.media.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.Ear;
import ru.garnitura.softphone.audio.ToneSource;
import ru.garnitura.softphone.call.DeviceNotice;

/// One party's exception is that party's end, not the lane's.
class BrokenPortTest {

    private static final double SHARE = 0.99;

    private final BlockingQueue<String> bugs = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceNotice> notices = new LinkedBlockingQueue<>();
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void listenForBugs() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> bugs.add(String.valueOf(bug.getMessage())));
    }

    @AfterEach
    void forget() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private AudioLane lane(AudioSource mouth, AudioSink ear) {
        return new AudioLane(told -> new AudioPair(mouth, ear), Runnable::run, notices::add, Map.of());
    }

    /// A customer whose voice is a tone.
    private static class Customer implements MixPort {
        private final ToneSource voice;
        final Ear ear = new Ear();
        final CountDownLatch unseated = new CountDownLatch(1);

        Customer(double hertz) {
            voice = new ToneSource(hertz);
        }

        @Override
        public void say(short[] frame, long now) {
            voice.read(frame);
        }

        @Override
        public void hear(short[] frame, long now) {
            ear.write(frame);
        }

        @Override
        public void unseated() {
            unseated.countDown();
        }
    }

    /// Where a party breaks.
    private enum Break {
        SAYING, HEARING
    }

    private static Customer breaking(Break where) {
        return new Customer(700) {

            @Override
            public void say(short[] frame, long now) {
                super.say(frame, now);
                planted(Break.SAYING);
            }

            @Override
            public void hear(short[] frame, long now) {
                planted(Break.HEARING);
            }

            private void planted(Break here) {
                if (here == where) {
                    throw new IllegalStateException("planted");
                }
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void theOthersGoOnWhereOnePartyThrows(Break where) throws InterruptedException {
        Ear operator = new Ear();
        AudioLane lane = lane(new ToneSource(440), operator);
        Customer sound = new Customer(1000);
        Customer broken = breaking(where);
        AudioLane.Place first = lane.attach(broken);
        AudioLane.Place second = lane.attach(sound);
        assertThat(broken.unseated.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(operator.waitForTone(1000, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(sound.ear.waitForTone(440, SHARE)).isGreaterThanOrEqualTo(SHARE);
        assertThat(bugs).containsExactly("planted");
        assertThat(sound.unseated.getCount()).isEqualTo(1);
        CountDownLatch left = new CountDownLatch(2);
        first.leave(left::countDown);
        second.leave(left::countDown);
        assertThat(left.await(5, TimeUnit.SECONDS)).as("who lost the seat leaves like anybody").isTrue();
    }

    @Test
    void aCommandThatThrowsEndsNothing() throws InterruptedException {
        Ear operator = new Ear();
        AudioLane.Place place = lane(new ToneSource(440), operator).attach(new Customer(1000));
        place.onLane(() -> {
            throw new IllegalStateException("planted");
        });
        assertThat(bugs.poll(5, TimeUnit.SECONDS)).isEqualTo("planted");
        assertThat(operator.waitForTone(1000, SHARE)).isGreaterThanOrEqualTo(SHARE);
        place.leave(() -> { });
    }

    @Test
    void devicesThatThrowAreReplacedBySilenceAndTheCallGoesOn() throws InterruptedException {
        Customer customer = new Customer(1000);
        AudioLane.Place place = lane(frame -> {
            throw new IllegalStateException("planted");
        }, AudioSink.silence()).attach(customer);
        assertThat(notices.poll(5, TimeUnit.SECONDS))
                .isEqualTo(new DeviceNotice(DeviceNotice.Kind.NONE_AVAILABLE, DeviceNotice.Place.BOTH, ""));
        assertThat(customer.ear.waitForQuiet(-60)).isLessThan(-60);
        assertThat(customer.unseated.getCount()).isEqualTo(1);
        place.leave(() -> { });
    }

    @Test
    void whoFindsNoSeatIsToldSo() throws InterruptedException {
        AudioLane lane = lane(AudioSource.silence(), AudioSink.silence());
        List<AudioLane.Place> places = new ArrayList<>();
        for (int seat = 1; seat <= 8; seat++) {
            places.add(lane.attach(new Customer(1000)));
        }
        Customer ninth = new Customer(1000);
        places.add(lane.attach(ninth));
        assertThat(ninth.unseated.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(bugs.poll(5, TimeUnit.SECONDS)).contains("no seat");
        places.forEach(place -> place.leave(() -> { }));
    }
}
