package ru.garnitura.softphone.headset;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keys that do what a headset's buttons do while another program has the focus: Ctrl+Shift+F2 answers, Ctrl+Shift+F3
/// mutes, Ctrl+Shift+F4 ends. They are taken from other programs only while there is a call. X11 alone: under Wayland no program
/// may, and elsewhere nothing is taken.
public final class GlobalKeys implements HeadsetButtons {

    private static final Logger LOG = LoggerFactory.getLogger(GlobalKeys.class);

    /// X11 keysyms of F2, F3 and F4.
    private static final Map<HeadsetButton, Integer> SYMBOLS = new EnumMap<>(Map.of(HeadsetButton.OFF_HOOK, 0xffbf,
            HeadsetButton.MUTE, 0xffc0, HeadsetButton.ON_HOOK, 0xffc1));
    private static final int CAPS_LOCK = 1 << 1;
    private static final int NUM_LOCK = 1 << 4;
    private static final int SHIFT_CONTROL = 1 | 1 << 2;
    private static final List<Integer> CHORDS = List.of(SHIFT_CONTROL, SHIFT_CONTROL | CAPS_LOCK, SHIFT_CONTROL | NUM_LOCK,
            SHIFT_CONTROL | CAPS_LOCK | NUM_LOCK);
    /// A key held down is let go and pressed again in the same instant.
    private static final int REPEAT_MS = 2;

    private final Map<Integer, HeadsetButton> buttons = new HashMap<>();
    private final String display;
    private Consumer<HeadsetButton> pressed = button -> { };
    private @Nullable XcbKeyboard keyboard;
    private boolean begun;
    private boolean wanted;
    private boolean closed;

    private GlobalKeys(String display) {
        this.display = display;
    }

    /// Those of the screen this desktop is on.
    public static HeadsetButtons ofThisScreen() {
        String display = System.getenv("DISPLAY");
        return of(display == null || !System.getProperty("os.name").equals("Linux") ? "" : display);
    }

    /// @param display of the X server, `:0`; empty for none
    public static HeadsetButtons of(String display) {
        return new GlobalKeys(display);
    }

    /// Nothing is connected before the first call.
    @Override
    public synchronized void begin(Consumer<HeadsetButton> listener) {
        pressed = listener;
    }

    @Override
    public synchronized void show(HeadsetLamps lamps) {
        boolean calls = !lamps.equals(HeadsetLamps.DARK);
        if (calls == wanted || closed || display.isEmpty()) {
            return;
        }
        wanted = calls;
        if (!begun) {
            begun = true;
            Thread.ofPlatform().daemon().name("garnitura-keys").start(this::listen);
        }
        take();
    }

    private void listen() {
        Optional<XcbKeyboard> opened = XcbKeyboard.open(display);
        opened.ifPresent(found -> {
            learn(found);
            follow(found);
            found.disconnect();
        });
    }

    private synchronized void learn(XcbKeyboard found) {
        SYMBOLS.forEach((button, symbol) -> found.keycodeOf(symbol).ifPresent(keycode -> buttons.put(keycode, button)));
        keyboard = found;
        if (closed) {
            found.end();
        }
        take();
    }

    private void follow(XcbKeyboard found) {
        Map<Integer, Integer> letGo = new HashMap<>();
        for (Optional<XcbKeyboard.Stroke> next = found.next(); next.isPresent(); next = found.next()) {
            XcbKeyboard.Stroke stroke = next.get();
            Integer before = letGo.get(stroke.keycode());
            if (!stroke.down()) {
                letGo.put(stroke.keycode(), stroke.millis());
            } else if (before == null || stroke.millis() - before > REPEAT_MS) {
                press(stroke.keycode());
            }
        }
        LOG.debug("The X connection has ended");
    }

    private void press(int keycode) {
        Consumer<HeadsetButton> listener;
        HeadsetButton button;
        synchronized (this) {
            listener = pressed;
            button = buttons.get(keycode);
        }
        if (button != null) {
            listener.accept(button);
        }
    }

    private synchronized void take() {
        XcbKeyboard open = keyboard;
        if (open == null || closed) {
            return;
        }
        for (int keycode : buttons.keySet()) {
            for (int chord : CHORDS) {
                if (wanted) {
                    open.grab(keycode, chord);
                } else {
                    open.letGo(keycode, chord);
                }
            }
        }
        open.flush();
    }

    /// The server lets the keys go with the connection.
    @Override
    public synchronized void close() {
        closed = true;
        if (keyboard != null) {
            keyboard.end();
        }
    }
}
