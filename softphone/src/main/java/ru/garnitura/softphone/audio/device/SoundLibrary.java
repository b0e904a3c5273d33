package ru.garnitura.softphone.audio.device;

import java.util.Optional;
import ru.garnitura.softphone.audio.DeviceList;

/// Port to the platform's sound library. Each call may hang for ever or fail with a bare `Error`, so that only
/// [BoundedVisits] goes there. I/O lane.
public interface SoundLibrary {

    DeviceList list();

    /// @return an open one, recording; empty where there is none of that name any more
    Optional<Microphone> openMicrophone(String name);

    /// @return an open one, not started; empty where there is none of that name any more
    Optional<Speaker> openSpeaker(String name, FrameFeed feed);
}
