package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.peers.PeerProcess;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.Sipp;

/// Scenarios no well-behaved phone would play.
class SippIT {

    @TempDir
    private Path folder;

    private void play(Phone phone, String scenario, String... more) throws Exception {
        try (PeerProcess sipp = Sipp.call(folder, scenario, phone.softphone().snapshot().listening(), more)) {
            Sipp.await(sipp, folder);
        }
    }

    private static Stream<CallEndCause> ends(Phone phone) {
        return phone.events().stream().filter(SoftphoneEvent.CallChanged.class::isInstance)
                .map(event -> ((SoftphoneEvent.CallChanged) event).call()).map(CallSnapshot::end)
                .filter(CallEndCause.class::isInstance);
    }

    @Test
    void rings95PercentWithin20Milliseconds() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen()) {
            play(phone, "ring-and-cancel", "-m", "100", "-l", "1", "-r", "20", "-trace_rtt", "-rtt_freq", "1");

            try (Stream<Path> files = Files.list(folder)) {
                Path times = files.filter(file -> file.getFileName().toString().endsWith("_rtt.csv")).findFirst()
                        .orElseThrow();
                List<Double> milliseconds = Files.readAllLines(times).stream().skip(1)
                        .map(line -> Double.parseDouble(line.split(";", -1)[1])).sorted().toList();
                assertThat(milliseconds).hasSizeGreaterThan(90);
                assertThat(milliseconds.get(milliseconds.size() * 95 / 100)).isLessThanOrEqualTo(20);
            }
            phone.await(() -> phone.calls().isEmpty());
            assertThat(ends(phone)).hasSize(100).containsOnly(new CallEndCause.Missed());
        }
    }

    @Test
    void cancelledBecauseAnsweredElsewhereIsNotMissed() throws Exception {
        try (Phone phone = new Phone("alice", new ScriptedMedia()).listen()) {
            play(phone, "answered-elsewhere", "-m", "1");

            phone.await(() -> phone.calls().isEmpty());
            assertThat(ends(phone)).containsExactly(new CallEndCause.AnsweredElsewhere());
        }
    }
}
