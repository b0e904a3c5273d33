package ru.garnitura.softphone.audio.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One place for sound and the device it uses now. The next device is opened before the last one is closed. I/O lane;
/// the device itself is read by any.
///
/// @param <D> an open device
final class OpenPlace<D extends AutoCloseable> {

    private final Function<String, Optional<D>> opening;
    private final Closing<D> closing;
    private volatile @Nullable Held<D> held;
    private boolean closed;

    /// Takes a device out of use.
    interface Closing<D> {
        void close(D device);
    }

    /// Compared by identity: the same device opened anew is another one.
    private static final class Held<D> {
        private final String name;
        private final D device;

        Held(String name, D device) {
            this.name = name;
            this.device = device;
        }

        String name() {
            return name;
        }

        D device() {
            return device;
        }
    }

    OpenPlace(Function<String, Optional<D>> opening, Closing<D> closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /// Null while there is none.
    @Nullable D device() {
        Held<D> now = held;
        return now == null ? null : now.device();
    }

    /// Empty while there is none.
    String name() {
        Held<D> now = held;
        return now == null ? "" : now.name();
    }

    /// Uses the first of these that can be opened.
    ///
    /// @return whether another device is used than before, or none any more
    synchronized boolean follow(List<String> candidates) {
        Held<D> before = held;
        Held<D> next = before;
        if (!closed && (before == null || candidates.isEmpty() || !candidates.getFirst().equals(before.name()))) {
            next = first(candidates, before);
            held = next;
        }
        if (before != null && before != next) {
            closing.close(before.device());
        }
        return before == null ? next != null : next == null || !next.name().equals(before.name());
    }

    /// Opens the device anew, or another one where it can't be.
    ///
    /// @return whether another device is used than before
    synchronized boolean renew(List<String> candidates) {
        Held<D> before = held;
        if (before == null || closed) {
            return false;
        }
        held = null;
        closing.close(before.device());
        Held<D> next = first(candidates, null);
        held = next;
        return next == null || !next.name().equals(before.name());
    }

    private @Nullable Held<D> first(List<String> candidates, @Nullable Held<D> present) {
        for (String name : candidates) {
            if (present != null && present.name().equals(name)) {
                return present;
            }
            Optional<D> opened = opening.apply(name);
            if (opened.isPresent()) {
                return new Held<>(name, opened.get());
            }
        }
        return null;
    }

    synchronized void close() {
        closed = true;
        Held<D> last = held;
        held = null;
        if (last != null) {
            closing.close(last.device());
        }
    }
}
