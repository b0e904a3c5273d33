package ru.garnitura.assets.controls;

import java.util.Locale;
import ru.garnitura.assets.Icon;

/// How each way a customer can reach the company is drawn.
public enum ChannelLook {
    CALL(Icon.PHONE_CALL), SITE(Icon.GLOBE), APP(Icon.SMARTPHONE), WHATSAPP(Icon.MESSAGE_CIRCLE), TELEGRAM(Icon.SEND),
    VIBER(Icon.PHONE), VK(Icon.USERS), MAIL(Icon.MAIL), REVIEW(Icon.STAR), OTHER(Icon.MESSAGE_SQUARE);

    private final Icon icon;

    ChannelLook(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
