package ru.garnitura.softphone.media.session;

import ru.garnitura.softphone.call.MediaDirection;

/// Arithmetic of directions (RFC 3264, section 6.1).
final class Directions {

    private Directions() {
    }

    static MediaDirection of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? MediaDirection.SENDRECV : MediaDirection.SENDONLY;
        }
        return receives ? MediaDirection.RECVONLY : MediaDirection.INACTIVE;
    }

    static boolean sends(MediaDirection direction) {
        return switch (direction) {
            case SENDRECV, SENDONLY -> true;
            case RECVONLY, INACTIVE -> false;
        };
    }

    static boolean receives(MediaDirection direction) {
        return switch (direction) {
            case SENDRECV, RECVONLY -> true;
            case SENDONLY, INACTIVE -> false;
        };
    }

    /// What both allow; both as the same side sees them.
    static MediaDirection both(MediaDirection one, MediaDirection other) {
        return of(sends(one) && sends(other), receives(one) && receives(other));
    }
}
