package ru.garnitura.desktop.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.SignalingTrace;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// Follows each call from its first message to its last, and leaves a file of it. Signaling lane, except where said.
public final class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);
    private static final int KEPT = 20;
    private static final long BEFORE_SECONDS = 2;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Source source;
    private final Executor io;
    private final InstantSource clock;
    private final Map<CallId, CallIncident> open = new HashMap<>();

    /// What is followed.
    public record Source(Softphone softphone, SignalingTrace trace) {
    }

    /// @param io writes the files, one after another
    public Incidents(Path folder, Source source, Executor io, InstantSource clock) {
        this.folder = folder;
        this.source = source;
        this.io = io;
        this.clock = clock;
    }

    public void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.IncomingCall(CallSnapshot call) -> changed(call);
            case SoftphoneEvent.CallChanged(CallSnapshot call) -> changed(call);
            case SoftphoneEvent.DeviceChanged change -> note(change.call(), "device " + change.notice().kind());
            case SoftphoneEvent.RemoteSilent silent -> note(silent.call(), "silent " + silent.milliseconds() + " ms");
            case SoftphoneEvent.TransferFailed failed -> note(failed.call(), "transfer failed " + CallIncident.kind(failed.cause()));
            case SoftphoneEvent.AnsweredByItself answered -> note(answered.call(), "answered by itself");
            case SoftphoneEvent.ReferralAsked asked -> note(asked.call(), "asked to call somebody");
            case SoftphoneEvent.ReferralSettled settled -> note(settled.call(), "no longer asked to call somebody");
            case SoftphoneEvent.TurnedAway _, SoftphoneEvent.RegistrationChanged _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.CodeDialled _ -> { }
        }
    }

    private void note(CallId id, String what) {
        CallIncident incident = open.get(id);
        if (incident != null) {
            incident.note(clock.instant(), what);
        }
    }

    private void changed(CallSnapshot call) {
        CallIncident incident = open.computeIfAbsent(call.id(), id -> new CallIncident(call));
        incident.changed(call);
        if (call.state() == CallState.TERMINATED) {
            open.remove(call.id());
            Instant from = call.startedAt().minusSeconds(BEFORE_SECONDS);
            String text = incident.text(source.trace().between(from, clock.instant()));
            io.execute(() -> write(call.startedAt(), call.id(), text));
        }
    }

    /// Measures the calls that stand; once a second.
    public void sample() {
        open.forEach((id, incident) -> incident.measured(source.softphone().media(id)));
    }

    private void write(Instant started, CallId id, String text) {
        try {
            Files.createDirectories(folder);
            String name = NAME.format(started) + "-" + id.value().substring(0, Math.min(8, id.value().length())) + SUFFIX;
            Files.writeString(folder.resolve(name), text);
            List<Path> files = files(folder);
            for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
                Files.delete(old);
            }
        } catch (IOException e) {
            log.warn("What happened in a call can't be kept", e);
        }
    }

    /// Oldest first. Any thread.
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }
}
