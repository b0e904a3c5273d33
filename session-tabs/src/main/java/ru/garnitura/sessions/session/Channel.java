package ru.garnitura.sessions.session;

import java.util.Locale;

/// The way a customer reaches the contact centre.
public enum Channel {
    CALL, SITE, APP, WHATSAPP, TELEGRAM, VIBER, VK, OK, SMS, EMAIL, REVIEW, OTHER;

    /// Reads the name used on the wire (`site`, `whatsapp`); a channel this version does not know is [#OTHER].
    public static Channel parse(String wireName) {
        String wanted = wireName.strip().toUpperCase(Locale.ROOT);
        for (Channel channel : values()) {
            if (channel.name().equals(wanted)) {
                return channel;
            }
        }
        return OTHER;
    }

    public boolean isCall() {
        return this == CALL;
    }

    /// Whether the customer sits and waits for the answer now; letters and reviews are answered within hours.
    public boolean isLive() {
        return switch (this) {
            case CALL, SITE, APP, WHATSAPP, TELEGRAM, VIBER, VK, OK, SMS, OTHER -> true;
            case EMAIL, REVIEW -> false;
        };
    }
}
