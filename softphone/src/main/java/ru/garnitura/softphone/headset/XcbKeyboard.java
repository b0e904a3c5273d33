package ru.garnitura.softphone.headset;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection of our own to the X server, for keys that reach us whatever window has the focus (`GrabKey` of the X
/// protocol). XCB and not Xlib: an error there ends no process. Requests from any thread, events on one.
@SuppressWarnings("restricted")
final class XcbKeyboard {

    /// A key went down or up.
    ///
    /// @param millis the server's clock, wraps
    record Stroke(boolean down, int keycode, int millis) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(XcbKeyboard.class);

    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int ERROR = 0;
    private static final byte OWNER_EVENTS = 0;
    private static final byte ASYNCHRONOUS = 1;
    private static final int SHUT_BOTH = 2;
    private static final long EVENT_BYTES = 32;
    private static final long SETUP_BYTES = 40;
    private static final long LEAST_KEYCODE_AT = 34;
    private static final long GREATEST_KEYCODE_AT = 35;
    private static final long SYMBOLS_AT = 32;

    private static final StructLayout COOKIE = MemoryLayout.structLayout(JAVA_INT);
    private static final StructLayout SCREENS = MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_INT);

    private final Linker linker;
    private final SymbolLookup symbols;
    private final MethodHandle free;
    private final MethodHandle shutdown;
    private final MethodHandle flush;
    private final MethodHandle nextEvent;
    private final MethodHandle grabKey;
    private final MethodHandle ungrabKey;
    private final MemorySegment connection;
    private final MemorySegment setup;
    private final int root;

    private XcbKeyboard(Linker linker, SymbolLookup symbols, String display) throws Throwable {
        this.linker = linker;
        this.symbols = symbols;
        free = linker.downcallHandle(linker.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(ADDRESS));
        shutdown = linker.downcallHandle(linker.defaultLookup().findOrThrow("shutdown"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        flush = handle("xcb_flush", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        nextEvent = handle("xcb_wait_for_event", FunctionDescriptor.of(ADDRESS, ADDRESS));
        grabKey = handle("xcb_grab_key", FunctionDescriptor.of(COOKIE, ADDRESS, JAVA_BYTE, JAVA_INT, JAVA_SHORT, JAVA_BYTE, JAVA_BYTE,
                JAVA_BYTE));
        ungrabKey = handle("xcb_ungrab_key", FunctionDescriptor.of(COOKIE, ADDRESS, JAVA_BYTE, JAVA_INT, JAVA_SHORT));
        try (Arena arena = Arena.ofConfined()) {
            connection = (MemorySegment) handle("xcb_connect", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
                    .invoke(arena.allocateFrom(display), MemorySegment.NULL);
        }
        if ((int) handle("xcb_connection_has_error", FunctionDescriptor.of(JAVA_INT, ADDRESS)).invoke(connection) != 0) {
            disconnect();
            throw new IllegalArgumentException("no X server");
        }
        setup = ((MemorySegment) handle("xcb_get_setup", FunctionDescriptor.of(ADDRESS, ADDRESS)).invoke(connection))
                .reinterpret(SETUP_BYTES);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment screens = (MemorySegment) handle("xcb_setup_roots_iterator", FunctionDescriptor.of(SCREENS, ADDRESS))
                    .invoke((SegmentAllocator) arena, setup);
            root = screens.get(ADDRESS, 0).reinterpret(JAVA_INT.byteSize()).get(JAVA_INT, 0);
        }
    }

    private MethodHandle handle(String name, FunctionDescriptor descriptor) {
        return linker.downcallHandle(symbols.findOrThrow(name), descriptor);
    }

    /// Connects to a server. Blocks for a moment.
    ///
    /// @param display its name, `:0`
    /// @return empty where there is none, or no client library
    static Optional<XcbKeyboard> open(String display) {
        try {
            return Optional.of(new XcbKeyboard(Linker.nativeLinker(), SymbolLookup.libraryLookup("libxcb.so.1", Arena.global()),
                    display));
        } catch (IllegalArgumentException absent) {
            LOG.info("No keys from other windows: {}", absent.getMessage());
            return Optional.empty();
        } catch (Throwable unexpected) {
            throw new IllegalStateException("libxcb can't be called", unexpected);
        }
    }

    /// The key that bears a symbol (X11 keysym) in some layout. Waits for the server.
    OptionalInt keycodeOf(int symbol) {
        int least = Byte.toUnsignedInt(setup.get(JAVA_BYTE, LEAST_KEYCODE_AT));
        int count = Byte.toUnsignedInt(setup.get(JAVA_BYTE, GREATEST_KEYCODE_AT)) - least + 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment asked = (MemorySegment) handle("xcb_get_keyboard_mapping", FunctionDescriptor.of(COOKIE, ADDRESS, JAVA_BYTE, JAVA_BYTE))
                    .invoke((SegmentAllocator) arena, connection, (byte) least, (byte) count);
            MemorySegment reply = (MemorySegment) handle("xcb_get_keyboard_mapping_reply", FunctionDescriptor.of(ADDRESS, ADDRESS, COOKIE, ADDRESS))
                    .invoke(connection, asked, MemorySegment.NULL);
            if (reply.address() == 0) {
                return OptionalInt.empty();
            }
            int perKey = Byte.toUnsignedInt(reply.reinterpret(SYMBOLS_AT).get(JAVA_BYTE, 1));
            MemorySegment table = reply.reinterpret(SYMBOLS_AT + (long) perKey * count * JAVA_INT.byteSize()).asSlice(SYMBOLS_AT);
            OptionalInt found = IntStream.range(0, perKey * count)
                    .filter(at -> table.getAtIndex(JAVA_INT, at) == symbol).map(at -> least + at / perKey).findFirst();
            free.invoke(reply);
            return found;
        } catch (Throwable unexpected) {
            throw new IllegalStateException("the keyboard's layout can't be read", unexpected);
        }
    }

    /// From now on this chord comes to us alone. A refusal, where another program has it, comes as an event.
    void grab(int keycode, int modifiers) {
        try (Arena arena = Arena.ofConfined()) {
            grabKey.invoke((SegmentAllocator) arena, connection, OWNER_EVENTS, root, (short) modifiers, (byte) keycode,
                    ASYNCHRONOUS, ASYNCHRONOUS);
        } catch (Throwable unexpected) {
            throw new IllegalStateException("xcb_grab_key can't be called", unexpected);
        }
    }

    void letGo(int keycode, int modifiers) {
        try (Arena arena = Arena.ofConfined()) {
            ungrabKey.invoke((SegmentAllocator) arena, connection, (byte) keycode, root, (short) modifiers);
        } catch (Throwable unexpected) {
            throw new IllegalStateException("xcb_ungrab_key can't be called", unexpected);
        }
    }

    /// Sends what was asked for until now.
    void flush() {
        try {
            int sent = (int) flush.invoke(connection);
            LOG.trace("Flushed: {}", sent);
        } catch (Throwable unexpected) {
            throw new IllegalStateException("xcb_flush can't be called", unexpected);
        }
    }

    /// Waits for a key. One thread.
    ///
    /// @return empty once the connection has ended
    Optional<Stroke> next() {
        try {
            while (true) {
                MemorySegment event = (MemorySegment) nextEvent.invoke(connection);
                if (event.address() == 0) {
                    return Optional.empty();
                }
                MemorySegment read = event.reinterpret(EVENT_BYTES);
                int kind = read.get(JAVA_BYTE, 0) & 0x7f;
                Stroke stroke = new Stroke(kind == KEY_PRESS, Byte.toUnsignedInt(read.get(JAVA_BYTE, 1)), read.get(JAVA_INT, 4));
                free.invoke(event);
                if (kind == KEY_PRESS || kind == KEY_RELEASE) {
                    return Optional.of(stroke);
                }
                if (kind == ERROR) {
                    LOG.info("Another program has a key of ours");
                }
            }
        } catch (Throwable unexpected) {
            throw new IllegalStateException("xcb_wait_for_event can't be called", unexpected);
        }
    }

    /// Makes [#next] return for good. Any thread.
    void end() {
        try {
            int socket = (int) handle("xcb_get_file_descriptor", FunctionDescriptor.of(JAVA_INT, ADDRESS)).invoke(connection);
            int closed = (int) shutdown.invoke(socket, SHUT_BOTH);
            LOG.trace("Shut down: {}", closed);
        } catch (Throwable unexpected) {
            throw new IllegalStateException("the X connection can't be ended", unexpected);
        }
    }

    /// The last call, on the thread of [#next].
    void disconnect() {
        try {
            handle("xcb_disconnect", FunctionDescriptor.ofVoid(ADDRESS)).invoke(connection);
        } catch (Throwable unexpected) {
            throw new IllegalStateException("xcb_disconnect can't be called", unexpected);
        }
    }
}
