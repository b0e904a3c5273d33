package ru.garnitura.softphone.sip.stack;

import java.util.Properties;
import java.util.UUID;

/// The properties a JAIN-SIP stack is made with.
public final class StackSettings {

    private static final String NIST = "gov.nist.javax.sip.";

    private StackSettings() {
    }

    /// Settings for a user agent that keeps its dialogs itself.
    public static Properties userAgent() {
        Properties settings = new Properties();
        settings.setProperty("javax.sip.STACK_NAME", "garnitura-" + UUID.randomUUID());
        settings.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        settings.setProperty("javax.sip.ROUTER_PATH", AddressedRouter.class.getName());
        settings.setProperty("javax.sip.USE_ROUTER_FOR_ALL_URIS", "true");
        settings.setProperty(NIST + "STACK_LOGGER", Slf4jStackLogger.class.getName());
        settings.setProperty(NIST + "SERVER_LOGGER", Slf4jServerLogger.class.getName());
        settings.setProperty(NIST + "NETWORK_LAYER", OwnNetworkLayer.class.getName());
        settings.setProperty(NIST + "MESSAGE_PARSER_FACTORY", QuietParserFactory.class.getName());
        settings.setProperty(NIST + "MESSAGE_PROCESSOR_FACTORY", GuardedProcessors.class.getName());
        settings.setProperty(NIST + "MAX_SERVER_TRANSACTIONS", "12000");
        // Nothing waits for long behind the gate.
        settings.setProperty(NIST + "CONGESTION_CONTROL_TIMEOUT", "0");
        settings.setProperty(NIST + "TLS_CLIENT_PROTOCOLS", "TLSv1.3,TLSv1.2");
        settings.setProperty(NIST + "ENABLED_CIPHER_SUITES", "TLS_AES_256_GCM_SHA384 TLS_AES_128_GCM_SHA256");
        settings.setProperty(NIST + "TLS_CLIENT_AUTH_TYPE", "Disabled");
        settings.setProperty(NIST + "MAX_MESSAGE_SIZE", "16384");
        settings.setProperty(NIST + "RECEIVE_UDP_BUFFER_SIZE", "1048576");
        settings.setProperty(NIST + "SEND_UDP_BUFFER_SIZE", "1048576");
        settings.setProperty(NIST + "RELEASE_REFERENCES_STRATEGY", "Normal");
        settings.setProperty(NIST + "DELIVER_UNSOLICITED_NOTIFY", "true");
        // The listener only hands over, so it may be entered from the receiving thread. One such thread: with more,
        // a CANCEL could overtake its INVITE.
        settings.setProperty(NIST + "REENTRANT_LISTENER", "true");
        settings.setProperty(NIST + "THREAD_POOL_SIZE", "1");
        return settings;
    }
}
