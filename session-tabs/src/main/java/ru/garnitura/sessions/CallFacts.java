package ru.garnitura.sessions;

import java.time.Instant;
import ru.garnitura.sessions.session.SessionId;

/// What the desktop knows of a call when it opens a session for it. Names and numbers are untrusted.
///
/// @param session the desktop's name for the call's session
/// @param name display name of the other side, may be empty
/// @param number as signalled
/// @param queue may be empty
/// @param ringingSince when the call came, or was dialled
public record CallFacts(SessionId session, String name, String number, String queue, Instant ringingSince) {}
