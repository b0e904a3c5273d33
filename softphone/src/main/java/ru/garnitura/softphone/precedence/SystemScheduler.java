package ru.garnitura.softphone.precedence;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `sched_setattr(2)` of Linux, which has no wrapper in the C library. Needs no privilege for what is asked here: a time
/// slice of one's own (kernel 6.12 and later; earlier ones ignore it), or to be nicer than before. Any thread.
@SuppressWarnings("restricted")
final class SystemScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(SystemScheduler.class);
    private static final Map<String, Integer> CALL_NUMBERS = Map.of("amd64", 314, "aarch64", 274);
    private static final MemoryLayout ATTRIBUTES = MemoryLayout.structLayout(JAVA_INT.withName("size"), JAVA_INT.withName("policy"),
            JAVA_LONG.withName("flags"), JAVA_INT.withName("nice"), JAVA_INT.withName("priority"), JAVA_LONG.withName("slice"),
            JAVA_LONG.withName("deadline"), JAVA_LONG.withName("period"));

    private final MethodHandle call;
    private final long number;

    private SystemScheduler(MethodHandle call, int number) {
        this.call = call;
        this.number = number;
    }

    /// Links the call, tens of milliseconds the first time.
    ///
    /// @return empty on another system
    static Optional<SystemScheduler> ofThisSystem() {
        Integer number = CALL_NUMBERS.get(System.getProperty("os.arch"));
        if (number == null || !System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("syscall").map(syscall -> new SystemScheduler(linker.downcallHandle(syscall,
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, ValueLayout.ADDRESS, JAVA_LONG), Linker.Option.firstVariadicArg(1)), number));
    }

    /// @param thread the system's number of a thread of this process; 0 is the current one
    /// @param nice   0 to 19, the least urgent; no less than it is
    /// @param slice  nanoseconds a turn of this thread lasts; 0 leaves it to the system
    /// @return whether the system did it
    boolean ask(long thread, int nice, long slice) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wish = arena.allocate(ATTRIBUTES);
            ATTRIBUTES.varHandle(PathElement.groupElement("size")).set(wish, 0L, (int) ATTRIBUTES.byteSize());
            ATTRIBUTES.varHandle(PathElement.groupElement("nice")).set(wish, 0L, nice);
            ATTRIBUTES.varHandle(PathElement.groupElement("slice")).set(wish, 0L, slice);
            boolean done = (long) call.invokeExact(number, thread, wish, 0L) == 0;
            if (!done) {
                LOG.debug("The system's scheduler refused nice {} and a slice of {} ns", nice, slice);
            }
            return done;
        } catch (Throwable unexpected) {
            throw new IllegalStateException("sched_setattr can't be called", unexpected);
        }
    }
}
