package ru.garnitura.desktop.app;

import org.jspecify.annotations.Nullable;

/// A `tel:` or `sip:` link this program was handed, kept until a desk is there to follow it. FX lane.
final class PendingLink {

    private String waiting;

    /// @param atStart the link of this start; may be empty
    PendingLink(String atStart) {
        waiting = atStart;
    }

    /// @param link may be empty, then an earlier one stays
    /// @param desk null where nobody is signed in yet
    void hand(String link, @Nullable Desk desk) {
        if (!link.isEmpty()) {
            waiting = link;
        }
        if (desk != null && !waiting.isEmpty()) {
            desk.follow(waiting);
            waiting = "";
        }
    }
}
