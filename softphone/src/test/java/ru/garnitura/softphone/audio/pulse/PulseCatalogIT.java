package ru.garnitura.softphone.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.softphone.audio.DeviceList;
import ru.garnitura.softphone.audio.device.Speaker;
import ru.garnitura.softphone.peers.PulseAudio;

class PulseCatalogIT {

    private final BlockingQueue<DeviceList> told = new LinkedBlockingQueue<>();

    private DeviceList next() throws InterruptedException {
        DeviceList list = told.poll(20, TimeUnit.SECONDS);
        assertThat(list).as("a list").isNotNull();
        return list;
    }

    private static PulseCatalog catalogOf(Map<String, String> environment, Path home) {
        return new PulseCatalog(PulseServer.find(environment, home).orElseThrow());
    }

    @Test
    void devicesAreListedAsTheyComeAndGo(@TempDir Path home) throws Exception {
        try (PulseAudio pulse = PulseAudio.start(); PulseCatalog catalog = catalogOf(pulse.environment(), home)) {
            catalog.begin(told::add);
            DeviceList first = next();
            assertThat(first.microphones()).containsExactly("Microphone");
            assertThat(first.speakers()).contains("Headset");
            assertThat(first.defaults()).isEqualTo(new DeviceList.Defaults("Microphone", "Headset"));

            String plugged = pulse.plugEarpiece("jabra", "Jabra Evolve 2, каб. 5");
            assertThat(next().speakers()).contains("Jabra Evolve 2, каб. 5");
            pulse.unplug(plugged);
            assertThat(next().speakers()).doesNotContain("Jabra Evolve 2, каб. 5");

            pulse.unplug(pulse.microphone());
            DeviceList last = next();
            while (!last.microphones().isEmpty()) {
                last = next();
            }
            assertThat(last.defaults().microphone()).as("a monitor is no microphone").isEmpty();
            pulse.crash();
            assertThat(next()).isEqualTo(DeviceList.NONE);
        }
    }

    @Test
    void whatIsListedIsOpenedOnTheSameServer(@TempDir Path home) throws Exception {
        try (PulseAudio pulse = PulseAudio.start()) {
            PulseServer server = PulseServer.find(pulse.environment(), home).orElseThrow();
            PulseLibrary library = new PulseLibrary(server, SimpleApi.load(server).orElseThrow());
            CountDownLatch fed = new CountDownLatch(10);
            try (Speaker speaker = library.openSpeaker("Headset", frame -> fed.countDown()).orElseThrow()) {
                speaker.start();
                assertThat(fed.await(20, TimeUnit.SECONDS)).as("played").isTrue();
            }
        }
    }

    @Test
    void aServerThatTalksNonsenseIsNoServer(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("native");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().start(new FutureTask<>(() -> {
                try (var client = server.accept()) {
                    return client.write(ByteBuffer.wrap(new byte[64]));
                }
            }));
            try (PulseCatalog catalog = catalogOf(Map.of("PULSE_SERVER", "unix:" + socket), folder)) {
                catalog.begin(told::add);
                assertThat(next()).isEqualTo(DeviceList.NONE);
            }
        }
    }

    @Test
    void theServerIsFoundWhereItsClientsFindIt(@TempDir Path folder) throws Exception {
        Path session = Files.createDirectories(folder.resolve("run/pulse"));
        Files.createFile(session.resolve("native"));
        assertThat(PulseServer.find(Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString()), folder))
                .hasValueSatisfying(found -> assertThat(found.socket()).isEqualTo(session.resolve("native")));
        assertThat(PulseServer.find(Map.of("PULSE_SERVER", "{abc}unix:/run/x/native"), folder))
                .hasValueSatisfying(found -> assertThat(found.socket()).isEqualTo(Path.of("/run/x/native")));
        assertThat(List.of(PulseServer.find(Map.of("PULSE_SERVER", "tcp:sound.example:4713"), folder),
                PulseServer.find(Map.of(), folder))).allMatch(Optional::isEmpty);
    }
}
