package ru.garnitura.desktop.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// Wrap-ups not done yet, by session. Each change is kept at once, so that a restart loses nothing. FX lane.
public final class WrapUps {

    private final ObservableMap<String, WrapUp> open = FXCollections.observableHashMap();
    private final ObservableMap<String, WrapUp> readable = FXCollections.unmodifiableObservableMap(open);
    private final Map<String, WrapUp> unsaved = new ConcurrentHashMap<>();
    private final Ports ports;
    private final Duration seconds;
    private final InstantSource clock;

    /// What wrap-ups need.
    ///
    /// @param store reached on `io` only, one task after another
    /// @param io    keeps the order of its tasks
    /// @param done  takes a finished wrap-up on `io`; returns when it is durable
    /// @param left  told on the FX lane, by `fx`, that a finished wrap-up is safe
    public record Ports(WrapUpStore store, Executor io, Executor fx, Consumer<WrapUp> done, Consumer<WrapUp> left) {
    }

    /// @param seconds time for the wrap-up of a call
    public WrapUps(Ports ports, Duration seconds, InstantSource clock) {
        this.ports = ports;
        this.seconds = seconds;
        this.clock = clock;
    }

    public ObservableMap<String, WrapUp> open() {
        return readable;
    }

    public Optional<WrapUp> of(String session) {
        return Optional.ofNullable(open.get(session));
    }

    /// Brings back what an earlier run left unfinished; `each` is told of every one, `then` afterwards.
    public void restore(Consumer<WrapUp> each, Runnable then) {
        ports.io().execute(() -> {
            var kept = ports.store().all();
            ports.fx().execute(() -> kept.forEach(wrapUp -> {
                open.putIfAbsent(wrapUp.contact().session(), wrapUp);
                each.accept(wrapUp);
            }));
            ports.fx().execute(then);
        });
    }

    /// Opens the wrap-up of a contact; one that is open already goes on.
    ///
    /// @param note what was noted during the contact
    public void begin(Contact contact, String note) {
        if (!open.containsKey(contact.session())) {
            Disposition noted = new Disposition("", "", note);
            keep(new WrapUp(contact, noted, contact.isCall() ? clock.instant().plus(seconds) : null));
        }
    }

    public void change(String session, Disposition disposition) {
        of(session).filter(wrapUp -> !wrapUp.disposition().equals(disposition))
                .ifPresent(wrapUp -> keep(wrapUp.with(disposition)));
    }

    /// More time, from now or from the deadline, whichever is later.
    public void extend(String session, Duration more) {
        of(session).ifPresent(wrapUp -> {
            var now = clock.instant();
            var deadline = wrapUp.deadline();
            keep(wrapUp.until((deadline == null || deadline.isBefore(now) ? now : deadline).plus(more)));
        });
    }

    /// Hands a complete wrap-up over; nothing happens to one that is not complete.
    ///
    /// @return whether it was complete
    public boolean finish(String session) {
        Optional<WrapUp> complete = of(session).filter(wrapUp -> wrapUp.disposition().isComplete());
        complete.ifPresent(wrapUp -> {
            open.remove(session);
            ports.io().execute(() -> {
                ports.done().accept(wrapUp);
                ports.store().remove(session);
                ports.fx().execute(() -> ports.left().accept(wrapUp));
            });
        });
        return complete.isPresent();
    }

    private void keep(WrapUp wrapUp) {
        String session = wrapUp.contact().session();
        open.put(session, wrapUp);
        if (unsaved.put(session, wrapUp) == null) {
            ports.io().execute(() -> {
                WrapUp newest = unsaved.remove(session);
                if (newest != null) {
                    ports.store().save(newest);
                }
            });
        }
    }
}
