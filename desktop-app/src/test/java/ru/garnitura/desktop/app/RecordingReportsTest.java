package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.garnitura.desktop.endtoend.Await.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.SimpleObjectProperty;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.Recording;
import ru.garnitura.softphone.call.RecordingRules;
import ru.garnitura.softphone.call.SoftphoneEvent;
import ru.garnitura.softphone.call.SrtpPolicy;
import ru.garnitura.softphone.peers.MediaPhone;

/// A call that can't be recorded, on a disk that is really full (FAULTS 27): the call goes on, and the operator is told in
/// words.
@EnabledOnOs(value = OS.LINUX, disabledReason = "has no device that is always full")
@SuppressWarnings("NullAway.Init")
class RecordingReportsTest {

    /// Takes nothing, as a disk without room.
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final Notices notices = new Notices();
    private final PhoneReports reports = new PhoneReports(notices, Words.of(language, "desktop", Appearance.class));
    private final Queue<SoftphoneEvent> events = new ConcurrentLinkedQueue<>();
    private MediaPhone operator;
    private MediaPhone customer;
    private CallId call;

    @BeforeEach
    void talk() throws InterruptedException {
        operator = MediaPhone.start("operator", SrtpPolicy.OFF, "pcma");
        customer = MediaPhone.start("customer", SrtpPolicy.OFF, "pcma");
        operator.phone().softphone().subscribe(events::add);
        recordTo(FULL, RecordingRules.When.ALWAYS);
        customer.phone().dial(operator.phone().uri());
        call = operator.phone().awaitRinging().id();
        operator.phone().softphone().answer(call);
        operator.phone().awaitState(call, CallState.CONFIRMED);
    }

    /// A recorder tells its end to the phone's lane.
    @AfterEach
    void close() {
        operator.phone().softphone().end(call);
        until("the recorders have ended", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("garnitura-recording")));
        operator.close();
        customer.close();
    }

    private void recordTo(Path file, RecordingRules.When when) {
        operator.phone().softphone().setRecordingRules(
                new RecordingRules(when, call -> new Recording(file, new SecretKeySpec(new byte[32], "AES"))));
    }

    /// What the operator reads now.
    private List<String> read() {
        for (SoftphoneEvent event = events.poll(); event != null; event = events.poll()) {
            reports.happened(event);
        }
        return notices.shown().stream().map(Notice::text).map(text -> text.getValue()).toList();
    }

    @Test
    void aFullDiskIsSaidAndTheCallGoesOnAndMayBeRecordedLater() {
        until("the notice", () -> read().stream().anyMatch(text -> text.contains("не записывается") && text.contains("место на диске")));
        language.set(Words.ENGLISH);
        assertThat(read()).singleElement().asString().contains("not being recorded", "free space", "call goes on");
        assertThat(operator.phone().latest(call).state()).isEqualTo(CallState.CONFIRMED);

        recordTo(folder.resolve("call.rec"), RecordingRules.When.ON_DEMAND);
        operator.phone().softphone().record(call);
        until("the notice is gone", () -> read().isEmpty());
    }

    @Test
    void whatWasPutAwayDoesNotComeBackWithTheNextChangeOfTheCall() {
        until("the notice", () -> !read().isEmpty());
        notices.clear("recording");
        operator.phone().softphone().mute(call, true);
        until("muted", () -> operator.phone().latest(call).muted());
        assertThat(read()).isEmpty();
        operator.phone().softphone().end(call);
        until("the call is over", () -> operator.phone().calls().isEmpty());

        assertThat(read()).isEmpty();
    }
}
