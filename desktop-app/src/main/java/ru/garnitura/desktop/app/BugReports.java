package ru.garnitura.desktop.app;

import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where bugs of every lane end: logged once under a short code that depends on the place of the bug alone, so that the
/// same bug has the same code everywhere. Any thread.
final class BugReports implements Thread.UncaughtExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(BugReports.class);
    private static final int CODE_LENGTH = 4;

    private final Consumer<String> shown;

    /// @param shown takes the code for the operator; any thread
    BugReports(Consumer<String> shown) {
        this.shown = shown;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        String code = codeOf(bug);
        log.error("{} on {}", code, thread.getName(), bug);
        shown.accept(code);
    }

    static String codeOf(Throwable bug) {
        int hash = bug.getClass().getName().hashCode();
        for (StackTraceElement step : bug.getStackTrace()) {
            if (step.getClassName().startsWith("ru.garnitura.")) {
                hash = 31 * hash + (step.getClassName() + "." + step.getMethodName()).hashCode();
                break;
            }
        }
        String digits = "0000" + Integer.toUnsignedString(hash, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return "G-" + digits.substring(digits.length() - CODE_LENGTH);
    }
}
