package ru.garnitura.sessions.ui;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import ru.garnitura.sessions.chat.ChatDesk;
import ru.garnitura.sessions.session.DeskLimits;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionList;
import ru.garnitura.sessions.session.SessionState;

/// The column of sessions: their order, who is shown, offers. FX lane.
public final class SessionListViewModel {

    private final SessionList sessions;
    private final ChatDesk chats;
    private final Supplier<DeskLimits> limits;
    private final Look look;
    private final Map<SessionId, SessionTile> known = new HashMap<>();
    private final ObservableList<SessionTile> tiles = FXCollections.observableArrayList();
    private final ObservableList<Session> onDesk = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Session> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper served = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper cap = new ReadOnlyIntegerWrapper();
    private boolean refreshing;

    public SessionListViewModel(SessionList sessions, ChatDesk chats, Supplier<DeskLimits> limits, Look look) {
        this.sessions = sessions;
        this.chats = chats;
        this.limits = limits;
        this.look = look;
        sessions.onChange(this::refresh);
        refresh();
    }

    ObservableList<SessionTile> tiles() {
        return tiles;
    }

    /// Snapshots in the list's order.
    public ObservableList<Session> sessions() {
        return onDesk;
    }

    /// The session shown; an offer can be shown too.
    public ReadOnlyObjectProperty<@Nullable Session> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty served() {
        return served.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty cap() {
        return cap.getReadOnlyProperty();
    }

    public void select(SessionId id) {
        sessions.find(id).ifPresent(current::set);
    }

    public void selectNext() {
        step(1);
    }

    public void selectPrevious() {
        step(-1);
    }

    /// Takes the offer and shows it.
    public void accept(SessionId id) {
        chats.accept(id);
        select(id);
    }

    public void refuse(SessionId id) {
        chats.refuse(id);
    }

    public void acceptOldest() {
        sessions.oldestOffer().map(Session::id).ifPresent(this::accept);
    }

    /// Each second: timers and levels.
    public void tick() {
        Instant now = look.now();
        tiles.forEach(tile -> tile.show(tile.session(), timer(tile.session(), now), now));
    }

    /// Brings rows, order and the session shown up to date.
    public void refresh() {
        List<Session> ordered = sessions.ordered();
        Instant now = look.now();
        List<SessionTile> next = ordered.stream().map(session -> tile(session, now)).toList();
        known.keySet().removeIf(id -> sessions.find(id).isEmpty());
        if (!ordered.equals(onDesk)) {
            onDesk.setAll(ordered);
        }
        if (!next.equals(tiles)) {
            refreshing = true;
            tiles.setAll(next);
            refreshing = false;
        }
        served.set(sessions.served());
        cap.set(limits.get().cap());
        follow();
    }

    /// Whether rows are being put in order now: a row that comes under the selection then was not chosen by anybody.
    boolean isRefreshing() {
        return refreshing;
    }

    private SessionTile tile(Session session, Instant now) {
        TileTimer timer = timer(session, now);
        SessionTile tile = known.computeIfAbsent(session.id(), id -> new SessionTile(session, timer, now));
        tile.show(session, timer, now);
        return tile;
    }

    private TileTimer timer(Session session, Instant now) {
        return TileTimer.of(session, limits.get(), now);
    }

    /// The session shown stays shown while it is on the desk; after it, the first that is served.
    private void follow() {
        Session shown = current.get();
        Optional<Session> still = shown == null ? Optional.empty() : sessions.find(shown.id());
        current.set(still.or(this::firstServed).orElse(null));
    }

    private Optional<Session> firstServed() {
        return onDesk.stream().filter(session -> session.state() != SessionState.OFFERED).findFirst();
    }

    private void step(int by) {
        if (onDesk.isEmpty()) {
            return;
        }
        int at = index(current.get());
        int next = at < 0 ? 0 : Math.floorMod(at + by, onDesk.size());
        current.set(onDesk.get(next));
    }

    int index(@Nullable Session session) {
        for (int i = 0; session != null && i < onDesk.size(); i++) {
            if (onDesk.get(i).id().equals(session.id())) {
                return i;
            }
        }
        return -1;
    }
}
