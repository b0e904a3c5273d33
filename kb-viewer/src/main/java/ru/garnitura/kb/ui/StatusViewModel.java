package ru.garnitura.kb.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.kb.sync.KbApi.Rejection;
import ru.garnitura.kb.sync.SyncOutcome;
import ru.garnitura.kb.sync.SyncProgress;
import ru.garnitura.kb.ui.KbStatus.Light;

/// The base's condition in words and as a lamp. FX lane.
public final class StatusViewModel {

    private final Words words;
    private final Formats formats;
    private final ObjectProperty<SyncProgress> progress =
            new SimpleObjectProperty<>(new SyncProgress(null, 0, -1, -1, null));
    private final ObjectBinding<KbStatus> status;

    public StatusViewModel(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
        this.status = Bindings.createObjectBinding(() -> of(progress.get()), progress, words.language());
    }

    /// Where synchronisation stands; set as it moves on.
    public ObjectProperty<SyncProgress> progressProperty() {
        return progress;
    }

    public ObjectBinding<KbStatus> statusBinding() {
        return status;
    }

    private KbStatus of(SyncProgress now) {
        var light = light(now);
        return new KbStatus(light, now.asOf(), now.articles(), now.loaded() < 0 ? -1 : now.expected(),
                words(now, light));
    }

    private static Light light(SyncProgress now) {
        return switch (now.outcome()) {
            case null -> now.asOf() == null ? Light.LOADING : Light.STALE;
            case SyncOutcome.UpToDate _ -> now.loaded() >= 0 ? Light.LOADING : Light.FRESH;
            case SyncOutcome.Offline _ -> now.asOf() == null ? Light.FAILED : Light.STALE;
            case SyncOutcome.Refused _, SyncOutcome.NotStored _ -> Light.FAILED;
        };
    }

    private String words(SyncProgress now, Light light) {
        return switch (light) {
            case FRESH -> words.now("status.fresh", articles(now.articles()), age(now));
            case LOADING -> now.expected() > 0
                    ? words.now("status.loading.of", Math.max(0, now.loaded()), now.expected())
                    : words.now("status.loading");
            case STALE -> words.now("status.stale", articles(now.articles()), age(now));
            case FAILED -> failure(now.outcome());
        };
    }

    /// The one line of the pane's header.
    String header(KbStatus now) {
        if ((now.light() == Light.LOADING && now.expected() > 0) || now.asOf() == null) {
            return now.light() == Light.FAILED ? words.now("header.none") : now.words();
        }
        var key = now.light() == Light.FRESH || now.light() == Light.LOADING ? "header.fresh" : "header.stale";
        return words.now(key, articles(now.articles()), formats.moment(now.asOf()));
    }

    private String failure(@Nullable SyncOutcome outcome) {
        return switch (outcome) {
            case SyncOutcome.Refused(var cause) -> words.now("status.refused." + key(cause.reason()));
            case SyncOutcome.NotStored _ -> words.now("status.notstored");
            case null, default -> words.now("status.unreachable");
        };
    }

    private static String key(Rejection reason) {
        return switch (reason) {
            case NOT_SIGNED_IN -> "signin";
            case FORBIDDEN -> "forbidden";
            case CONTRACT -> "contract";
            case MALFORMED, NOT_FOUND -> "malformed";
        };
    }

    private String articles(int count) {
        return words.now("articles", count);
    }

    private String age(SyncProgress now) {
        return now.asOf() == null ? words.now("never") : formats.moment(now.asOf());
    }
}
