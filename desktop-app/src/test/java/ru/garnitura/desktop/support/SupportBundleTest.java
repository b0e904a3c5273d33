package ru.garnitura.desktop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.FakeTimers;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.call.ScriptedSignaling;
import ru.garnitura.softphone.call.SignalingListener;
import ru.garnitura.softphone.call.SignalingTrace;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.Softphone;
import tools.jackson.databind.json.JsonMapper;

/// The bundle tells how calls went, and of nobody.
class SupportBundleTest {

    private static final List<String> SECRETS = List.of("9275550134", "555-01-34", "Ирина", "Соколова", "Irina", "Sokolova",
            "паспорт", "secret", "irina@", "4510 123456", "4510123456");

    @TempDir
    private Path folder;

    private final FakeTimers time = new FakeTimers();
    private final ScriptedSignaling wire = new ScriptedSignaling();
    private final Softphone softphone = new Softphone(time.lane(), () -> wire, new ScriptedMedia());

    private Map<String, String> bundle(List<Path> logs) throws IOException {
        Path file = new SupportBundle(new SupportBundle.Places(folder.resolve("incidents"), logs, folder.resolve("support")), time)
                .write(Map.of("registration", "REGISTERED", "registrationSince", "2026-11-22T12:57:34.123Z", "last", "sip:secret@pbx.example"));
        Map<String, String> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private void irinaCallsAndHangsUp(String id) {
        CallId call = new CallId(id);
        var irina = new RemoteParty("Ирина Соколова", "+79275550134", "sip:+79275550134@gw.example", true,
                new CallHints("secret queue", 48, "i-secret", List.of("+79275550134"), "Irina", Map.of("X-Passport", "4510 123456")));
        wire.remote().invited(call, new SignalingListener.Invitation(irina, ScriptedMedia.remote(), InetAddress.getLoopbackAddress(), -1, null));
        softphone.answer(call);
        wire.remote().ended(call, new CallEndCause.EndedByPeer());
    }

    @Test
    void tellsHowACallWentAndNotWhose() throws IOException {
        softphone.register(SipAccount.of("sip:101@test.invalid", () -> new char[0], ""));
        var trace = new SignalingTrace(time);
        var incidents = new Incidents(folder.resolve("incidents"), new Incidents.Source(softphone, trace), Runnable::run, time);
        softphone.subscribe(incidents::happened);
        trace.note(false, "INVITE 1 dialog=ca978112 PCMA/8000");
        irinaCallsAndHangsUp("5fb1a3c0-irina@secret");
        Path log = Files.writeString(folder.resolve("desktop.log"), """
                2026-11-22 11:02:03,123 INFO  signaling r.g.s.sip.Registration Registered at pbx.example for 300 s
                2026-11-22 11:02:04,123 WARN  io r.g.d.X Call of sip:irina@gw.example, +7 927 555-01-34 and 89275550134
                2026-11-22 11:02:04,523 WARN  io r.g.d.X Card of Irina Sokolova, of I. P. Sokolova and of Sokolova I.P. not shown
                2026-11-22 11:02:05,123 ERROR io r.g.d.Y Ирина Соколова: "паспорт 4510 123456" tel:secret
                """);

        Map<String, String> entries = bundle(List.of(log, folder.resolve("missing.log")));

        assertThat(entries.keySet()).anyMatch(name -> name.startsWith("calls/")).contains("machine.json", "state.json", "log/desktop-0.log");
        String call = entries.entrySet().stream().filter(entry -> entry.getKey().startsWith("calls/")).findFirst().orElseThrow().getValue();
        assertThat(call).contains("confirmed", "EndedByPeer", "INVITE 1 dialog=ca978112 PCMA/8000");
        assertThat(entries.get("log/desktop-0.log")).contains("2026-11-22 11:02:03,123 INFO", "Registered at pbx.example for 300 s");
        var state = JsonMapper.shared().readTree(entries.get("state.json"));
        assertThat(state.path("registration").asString()).isEqualTo("REGISTERED");
        assertThat(state.path("registrationSince").asString()).isEqualTo("2026-11-22T12:57:34.123Z");
        entries.forEach((name, text) -> SECRETS.forEach(secret ->
                assertThat(name + text).as(name).doesNotContainIgnoringCase(secret)));
    }

    @Test
    void oldBundlesAreRemoved() throws IOException {
        for (int i = 0; i < 8; i++) {
            bundle(List.of());
            time.pass(java.time.Duration.ofSeconds(1));
        }
        try (var left = Files.list(folder.resolve("support"))) {
            assertThat(left).hasSize(5);
        }
    }

    @Test
    void theNewestPartOfALongLogIsTakenFromTheBeginningOfALine() throws IOException {
        String line = "2026-11-22 11:02:03,123 INFO  signaling r.g.s.sip.Registration Registered at pbx.example for 300 s\n";
        Path log = Files.writeString(folder.resolve("long.log"), line.repeat(60_000));
        assertThat(bundle(List.of(log)).get("log/desktop-0.log")).hasSizeBetween(4 << 20, 5 << 20).startsWith("2026-11-22").endsWith(line);
    }

    @Test
    void keepsTheLastTwentyCalls() throws IOException {
        softphone.register(SipAccount.of("sip:101@test.invalid", () -> new char[0], ""));
        var incidents = new Incidents(folder.resolve("incidents"), new Incidents.Source(softphone, new SignalingTrace(time)),
                Runnable::run, time);
        softphone.subscribe(incidents::happened);
        for (int i = 0; i < 25; i++) {
            irinaCallsAndHangsUp("%08d-call".formatted(i));
            time.pass(java.time.Duration.ofSeconds(1));
        }

        assertThat(Incidents.files(folder.resolve("incidents"))).hasSize(20).first()
                .satisfies(file -> assertThat(file.getFileName().toString()).endsWith("00000005.json"));
    }
}
