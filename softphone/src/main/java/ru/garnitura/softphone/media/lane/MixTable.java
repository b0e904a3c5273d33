package ru.garnitura.softphone.media.lane;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.call.MediaException;
import ru.garnitura.softphone.media.mixer.GainMatrix;

/// What the lane does each 10 ms: everybody says his frame, everybody hears his mixture. Seat 0 is the operator. A party
/// that throws loses its seat, the others go on.
final class MixTable {

    static final int OPERATOR = 0;
    private static final int SEATS = 9;

    private final Cue cue;
    private final Consumer<RuntimeException> bugs;
    private final GainMatrix gains = new GainMatrix(SEATS, AudioFrame.SAMPLES);
    private final @Nullable MixPort[] seats = new MixPort[SEATS];
    private final short[][] said = new short[SEATS][AudioFrame.SAMPLES];
    private final short[] heard = AudioFrame.silence();

    /// @param bugs told what a party threw
    MixTable(Cue cue, Consumer<RuntimeException> bugs) {
        this.cue = cue;
        this.bugs = bugs;
    }

    /// Seats a port and joins it with the operator; where all seats are taken it is unseated at once.
    void seat(MixPort port) {
        for (int seat = 1; seat < SEATS; seat++) {
            if (seats[seat] == null) {
                seats[seat] = port;
                gains.gain(OPERATOR, seat, 1);
                gains.gain(seat, OPERATOR, 1);
                return;
            }
        }
        unseat(port, new MediaException("no seat for another call among " + SEATS));
    }

    void conference(Set<MixPort> members) {
        for (int ear = 1; ear < SEATS; ear++) {
            for (int mouth = 1; mouth < SEATS; mouth++) {
                boolean both = ear != mouth && contains(members, ear) && contains(members, mouth);
                gains.gain(ear, mouth, both ? 1 : 0);
            }
        }
    }

    private boolean contains(Set<MixPort> members, int seat) {
        MixPort port = seats[seat];
        return port != null && members.contains(port);
    }

    void leave(MixPort port) {
        for (int seat = 1; seat < SEATS; seat++) {
            if (seats[seat] == port) {
                seats[seat] = null;
                gains.clear(seat);
                Arrays.fill(said[seat], (short) 0);
            }
        }
    }

    /// @param heeded the operator's headset is open: sounds of our own wait for it
    void tick(AudioPair operator, long now, boolean heeded) {
        operator.source().read(said[OPERATOR]);
        for (int seat = 1; seat < SEATS; seat++) {
            MixPort port = seats[seat];
            if (port != null) {
                say(port, said[seat], now);
            }
        }
        gains.mix(OPERATOR, said, heard);
        if (heeded) {
            cue.add(heard);
        }
        operator.sink().write(heard);
        for (int seat = 1; seat < SEATS; seat++) {
            MixPort port = seats[seat];
            if (port != null) {
                gains.mix(seat, said, heard);
                hear(port, now);
            }
        }
    }

    private void say(MixPort port, short[] frame, long now) {
        try {
            port.say(frame, now);
        } catch (RuntimeException bug) {
            unseat(port, bug);
        }
    }

    private void hear(MixPort port, long now) {
        try {
            port.hear(heard, now);
        } catch (RuntimeException bug) {
            unseat(port, bug);
        }
    }

    private void unseat(MixPort port, RuntimeException bug) {
        leave(port);
        bugs.accept(bug);
        port.unseated();
    }
}
