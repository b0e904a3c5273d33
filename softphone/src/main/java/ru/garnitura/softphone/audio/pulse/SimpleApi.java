package ru.garnitura.softphone.audio.pulse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.audio.AudioFrame;
import ru.garnitura.softphone.call.MediaException;

/// The client library's simple interface (`pulse/simple.h`): a stream of samples to or from one named device, read and
/// written by blocking calls. A call may hang with its server.
@SuppressWarnings("restricted")
final class SimpleApi {

    private static final Logger LOG = LoggerFactory.getLogger(SimpleApi.class);

    private static final int PLAYBACK = 1;
    private static final int RECORD = 2;
    private static final int S16LE = 3;
    private static final int SERVER_DECIDES = -1;
    /// Sound held by the server: enough for a busy machine, little enough for a talk.
    private static final int PLAYBACK_BYTES = 4 * 2 * AudioFrame.SAMPLES;
    private static final int RECORD_BYTES = 2 * AudioFrame.SAMPLES;

    private static final MemoryLayout SAMPLE_SPEC = MemoryLayout.structLayout(JAVA_INT, JAVA_INT, JAVA_BYTE,
            MemoryLayout.paddingLayout(3));
    private static final MemoryLayout BUFFER = MemoryLayout.sequenceLayout(5, JAVA_INT);

    private final String server;
    private final MethodHandle open;
    private final MethodHandle write;
    private final MethodHandle read;
    private final MethodHandle free;

    private SimpleApi(PulseServer server, Linker linker, SymbolLookup symbols) {
        this.server = "unix:" + server.socket();
        open = linker.downcallHandle(symbols.findOrThrow("pa_simple_new"), FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS,
                JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        FunctionDescriptor transfer = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        write = linker.downcallHandle(symbols.findOrThrow("pa_simple_write"), transfer);
        read = linker.downcallHandle(symbols.findOrThrow("pa_simple_read"), transfer);
        free = linker.downcallHandle(symbols.findOrThrow("pa_simple_free"), FunctionDescriptor.ofVoid(ADDRESS));
    }

    /// @param server the one whose devices are listed, not the one that the library would choose
    /// @return empty where the library is not installed
    static Optional<SimpleApi> load(PulseServer server) {
        try {
            return Optional.of(new SimpleApi(server, Linker.nativeLinker(),
                    SymbolLookup.libraryLookup("libpulse-simple.so.0", Arena.global())));
        } catch (IllegalArgumentException absent) {
            LOG.info("No libpulse-simple: {}", absent.getMessage());
            return Optional.empty();
        }
    }

    /// Opens a stream that plays on a sink.
    ///
    /// @throws MediaException where the server refuses
    Stream play(PulseDevices.Device sink) {
        return stream(PLAYBACK, sink);
    }

    /// Opens a stream that records from a source.
    Stream record(PulseDevices.Device source) {
        return stream(RECORD, source);
    }

    private Stream stream(int direction, PulseDevices.Device device) {
        Arena arena = Arena.ofShared();
        MemorySegment spec = arena.allocate(SAMPLE_SPEC);
        spec.set(JAVA_INT, 0, S16LE);
        spec.set(JAVA_INT, 4, AudioFrame.RATE);
        spec.set(JAVA_BYTE, 8, (byte) 1);
        MemorySegment buffer = arena.allocate(BUFFER);
        int[] lengths = {SERVER_DECIDES, direction == PLAYBACK ? PLAYBACK_BYTES : SERVER_DECIDES, SERVER_DECIDES,
            SERVER_DECIDES, direction == RECORD ? RECORD_BYTES : SERVER_DECIDES};
        MemorySegment.copy(lengths, 0, buffer, JAVA_INT, 0, lengths.length);
        MemorySegment error = arena.allocate(JAVA_INT);
        MemorySegment handle = opened(direction, new MemorySegment[] {arena.allocateFrom("Garnitura"),
            arena.allocateFrom(device.internal()), arena.allocateFrom("call"), spec, buffer, error, arena.allocateFrom(server)});
        if (handle.address() == 0) {
            int code = error.get(JAVA_INT, 0);
            arena.close();
            throw new MediaException("the sound server refused a stream for " + device.name() + " with error " + code);
        }
        return new Stream(handle, arena);
    }

    private MemorySegment opened(int direction, MemorySegment[] with) {
        try {
            return (MemorySegment) open.invokeExact(with[6], with[0], direction, with[1], with[2], with[3],
                    MemorySegment.NULL, with[4], with[5]);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// An open stream. One thread at a time.
    final class Stream implements PulseSpeaker.Stream {
        private final MemorySegment handle;
        private final Arena arena;
        private final MemorySegment samples;
        private final long length = 2L * AudioFrame.SAMPLES;

        private Stream(MemorySegment handle, Arena arena) {
            this.handle = handle;
            this.arena = arena;
            samples = arena.allocate(2L * AudioFrame.SAMPLES, 8);
        }

        @Override
        public boolean write(short[] frame) {
            MemorySegment.copy(frame, 0, samples, JAVA_SHORT, 0, frame.length);
            return transfer(write);
        }

        /// Waits for a frame.
        ///
        /// @return false where the stream has ended
        boolean read(short[] frame) {
            boolean came = transfer(read);
            MemorySegment.copy(samples, JAVA_SHORT, 0, frame, 0, frame.length);
            return came;
        }

        private boolean transfer(MethodHandle way) {
            try {
                return (int) way.invokeExact(handle, samples, length, MemorySegment.NULL) >= 0;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void close() {
            try {
                free.invokeExact(handle);
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
            arena.close();
        }
    }
}
