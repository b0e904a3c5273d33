package ru.garnitura.softphone.sip.stack;

import ru.garnitura.softphone.call.Watchdog;
import ru.garnitura.softphone.sip.gate.DatagramGate;
import ru.garnitura.softphone.sip.gate.KnownSources;
import ru.garnitura.softphone.sip.gate.SourceLimiter;

/// What every message of a stack has to pass, whatever it comes over. Thread-safe.
///
/// @param known    hosts we have to do with
/// @param watchdog keeps the threads that read alive
record Gatehouse(DatagramGate gate, KnownSources known, Watchdog watchdog) {

    static Gatehouse usual() {
        KnownSources known = new KnownSources();
        return new Gatehouse(new DatagramGate(SourceLimiter.usual(known)), known, new Watchdog());
    }
}
