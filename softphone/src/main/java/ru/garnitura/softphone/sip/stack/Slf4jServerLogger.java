package ru.garnitura.softphone.sip.stack;

import java.util.Properties;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import javax.sip.SipStack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JAIN-SIP's message log, to slf4j: first line and peer only, since messages hold personal data.
public final class Slf4jServerLogger implements ServerLogger {

    private static final Logger LOG = LoggerFactory.getLogger("sip.wire");

    @Override
    public void closeLogFile() {
        // There is no file.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        LOG.trace("{} -> {}: {}", from, to, message.getCSeq());
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        logMessage(message, from, to, sender, time);
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        logMessage(message, from, to, sender, 0);
    }

    @Override
    public void logException(Exception failure) {
        LOG.debug("JAIN-SIP could not handle a message", failure);
    }

    @Override
    public void setStackProperties(Properties properties) {
        // Nothing here depends on them.
    }

    @Override
    public void setSipStack(SipStack stack) {
        // Nothing here depends on it.
    }
}
