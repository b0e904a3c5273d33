package ru.garnitura.kb.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.sync.KbApi.Rejected;
import ru.garnitura.kb.sync.KbApi.Rejection;
import ru.garnitura.kb.sync.KbApi.Unreachable;
import ru.garnitura.kb.sync.SyncOutcome;
import ru.garnitura.kb.sync.SyncProgress;
import ru.garnitura.kb.ui.KbStatus.Light;

class StatusViewModelTest {

    private static final Instant YESTERDAY = Instant.parse("2026-11-21T15:40:00Z");

    private final SimpleObjectProperty<Locale> language = new SimpleObjectProperty<>(Words.RUSSIAN);
    private final StatusViewModel status = new StatusViewModel(Words.of(language, "kb", KbView.class),
            new Formats(language, Clock.fixed(Instant.parse("2026-11-22T11:02:00Z"), ZoneId.of("Europe/Moscow"))));

    private KbStatus after(@Nullable SyncOutcome outcome, int loaded, int expected, @Nullable Instant asOf) {
        status.progressProperty().set(new SyncProgress(outcome, 4812, loaded, expected, asOf));
        return status.statusBinding().get();
    }

    @Test
    void aFreshCopyTellsItsSizeAndAge() {
        var now = after(new SyncOutcome.UpToDate(3), -1, -1, Instant.parse("2026-11-22T11:02:00Z"));

        assertThat(now.light()).isEqualTo(Light.FRESH);
        assertThat(status.header(now)).isEqualTo("4\u202f812 статей · офлайн-копия 14:02");
    }

    @Test
    void withNoServerTheCopyServesAndTellsItsAge() {
        var now = after(new SyncOutcome.Offline(new Unreachable("refused", null)), -1, -1, YESTERDAY);

        assertThat(now.light()).isEqualTo(Light.STALE);
        assertThat(status.header(now)).isEqualTo("4\u202f812 статей · данные на вчера 18:40");
        assertThat(now.words()).startsWith("Сервер не отвечает. База работает по копии");
    }

    @Test
    void aSnapshotShowsItsProgress() {
        var now = after(new SyncOutcome.UpToDate(200), 1200, 50_000, null);

        assertThat(now.light()).isEqualTo(Light.LOADING);
        assertThat(status.header(now)).isEqualTo("Загружено 1\u202f200 из 50\u202f000");
    }

    @Test
    void withNeitherCopyNorServerItSaysWhatWillHappen() {
        var now = after(new SyncOutcome.Offline(new Unreachable("refused", null)), 0, -1, null);

        assertThat(now.light()).isEqualTo(Light.FAILED);
        assertThat(now.words()).contains("Загрузка начнётся");
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void everyRefusalHasItsWordsInBothLanguages(Rejection reason) {
        var refused = new SyncOutcome.Refused(new Rejected(reason, "detail"));

        assertThat(after(refused, -1, -1, YESTERDAY).words()).isNotBlank().doesNotContain("detail");
        language.set(Words.ENGLISH);
        assertThat(status.statusBinding().get().words()).startsWith("The base is not updated");
    }
}
