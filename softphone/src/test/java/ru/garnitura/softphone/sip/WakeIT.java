package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// A machine that slept registers as soon as it is awake, and does not wait for its timers (FAULTS 5).
class WakeIT {

    private static final Duration GOAL = Duration.ofSeconds(5);

    @Test
    void aSleepIsNoticedByTheClockAndTheRegistrarAskedWithinFiveSeconds() throws Exception {
        var slept = new AtomicReference<>(Duration.ZERO);
        try (RawPeer registrar = new RawPeer("127.0.0.1:9");
                Phone phone = new Phone("alice", new ScriptedMedia(), () -> Instant.now().plus(slept.get()))) {
            phone.softphone().register(phone.account("sip:127.0.0.1:" + registrar.port(), "x"));
            confirm(registrar, phone);
            phone.await(() -> phone.softphone().snapshot().registration().state() == RegistrationState.REGISTERED);

            slept.set(Duration.ofHours(8));
            long woken = System.nanoTime();
            confirm(registrar, phone);

            assertThat(Duration.ofNanos(System.nanoTime() - woken)).isLessThan(GOAL);
        }
    }

    private static void confirm(RawPeer registrar, Phone phone) throws Exception {
        String register = registrar.await(message -> message.startsWith("REGISTER"), Phone.PATIENCE);
        registrar.towards(phone.softphone().snapshot().listening()).respond(register, "200 OK", "registrar", "Expires: 120");
    }
}
