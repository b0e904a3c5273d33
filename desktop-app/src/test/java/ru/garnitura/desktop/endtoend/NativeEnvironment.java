package ru.garnitura.desktop.endtoend;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Map;

/// Sets environment variables for native libraries that are loaded later, such as PulseAudio's; Java does not see them.
public final class NativeEnvironment {

    private NativeEnvironment() {
    }

    @SuppressWarnings("restricted")
    public static void set(Map<String, String> variables) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var setenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                int status = (int) setenv.invokeExact(arena.allocateFrom(variable.getKey()),
                        arena.allocateFrom(variable.getValue()), 1);
                if (status != 0) {
                    throw new IllegalStateException("setenv " + variable.getKey());
                }
            }
        }
    }
}
