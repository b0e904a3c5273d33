package ru.garnitura.softphone.sip.stack;

import java.util.Properties;

import gov.nist.core.LogWriter;
import gov.nist.core.StackLogger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JAIN-SIP's own log, to slf4j. What it says holds whole messages, and those hold personal data: only how it begins is kept.
public final class Slf4jStackLogger implements StackLogger {

    private static final Logger LOG = LoggerFactory.getLogger("sip.stack");

    @Override
    public boolean isLoggingEnabled() {
        return true;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level == LogWriter.TRACE_FATAL;
    }

    @Override
    public void logException(Throwable failure) {
        LOG.debug("JAIN-SIP met {}", failure.getClass().getSimpleName(), failure);
    }

    @Override
    public void logFatalError(String message) {
        LOG.error("JAIN-SIP: fatal: {}", beginning(message));
    }

    @Override
    public void logError(String message) {
        LOG.debug("JAIN-SIP: {}", beginning(message));
    }

    @Override
    public void logError(String message, Exception failure) {
        LOG.debug("JAIN-SIP: {}", beginning(message), failure);
    }

    @Override
    public void logWarning(String message) {
        LOG.debug("JAIN-SIP: {}", beginning(message));
    }

    @Override
    public void logInfo(String message) {
        LOG.trace("JAIN-SIP: {}", beginning(message));
    }

    @Override
    public void logDebug(String message) {
        LOG.trace("JAIN-SIP: {}", beginning(message));
    }

    @Override
    public void logDebug(String message, Exception failure) {
        LOG.trace("JAIN-SIP: {}", beginning(message), failure);
    }

    @Override
    public void logTrace(String message) {
        LOG.trace("JAIN-SIP: {}", beginning(message));
    }

    /// JAIN-SIP appends the message it is about; what it did comes first.
    private static String beginning(String message) {
        return message.substring(0, Math.min(message.length(), 40)).split("\\R|\\[", 2)[0];
    }

    @Override
    public void logStackTrace() {
        // Asked for on ordinary paths; nothing to learn from it.
    }

    @Override
    public void logStackTrace(int level) {
        // See above.
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void disableLogging() {
        // Levels are slf4j's business.
    }

    @Override
    public void enableLogging() {
        // Levels are slf4j's business.
    }

    @Override
    public void setBuildTimeStamp(String stamp) {
        LOG.trace("JAIN-SIP built {}", stamp);
    }

    @Override
    public void setStackProperties(Properties properties) {
        // Nothing here depends on them.
    }

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
