package ru.garnitura.assets;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The one icon set, by the names Feather gives its drawings. An icon takes the colour of the text around it. FX lane.
public enum Icon {
    ACTIVITY, ALERT_CIRCLE, ALERT_TRIANGLE, ARCHIVE, ARROW_DOWN, ARROW_LEFT, ARROW_RIGHT, ARROW_UP, AT_SIGN,
    AWARD, BELL, BELL_OFF, BOOK, BOOKMARK, BOOK_OPEN, BRIEFCASE, CALENDAR, CHECK, CHECK_CIRCLE, CHECK_SQUARE,
    CHEVRON_DOWN, CHEVRON_LEFT, CHEVRON_RIGHT, CHEVRON_UP, CIRCLE, CLIPBOARD, CLOCK, CLOUD_OFF, COFFEE, COLUMNS,
    COMMAND, COPY, CORNER_DOWN_LEFT, CORNER_UP_LEFT, CORNER_UP_RIGHT, CREDIT_CARD, DATABASE, DELETE, DOWNLOAD,
    EDIT, EXTERNAL_LINK, EYE, EYE_OFF, FILE, FILE_TEXT, FILTER, FLAG, FOLDER, GIFT, GIT_BRANCH, GLOBE, GRID,
    HASH, HEADPHONES, HELP_CIRCLE, HOME, IMAGE, INBOX, INFO, KEY, LIFE_BUOY, LINK, LIST, LOADER, LOCK, LOG_IN,
    LOG_OUT, MAIL, MAP_PIN, MENU, MESSAGE_CIRCLE, MESSAGE_SQUARE, MIC, MIC_OFF, MINUS, MONITOR, MOON,
    MORE_HORIZONTAL, MORE_VERTICAL, PAPERCLIP, PAUSE, PAUSE_CIRCLE, PHONE, PHONE_CALL, PHONE_FORWARDED,
    PHONE_INCOMING, PHONE_MISSED, PHONE_OFF, PHONE_OUTGOING, PLAY, PLUS, PLUS_CIRCLE, POWER, REFRESH_CW, REPEAT,
    ROTATE_CCW, SAVE, SEARCH, SEND, SERVER, SETTINGS, SHARE, SHIELD, SHIELD_OFF, SIDEBAR, SLASH, SLIDERS,
    SMARTPHONE, SMILE, SQUARE, STAR, SUN, TAG, TARGET, THUMBS_DOWN, THUMBS_UP, TRASH, TRENDING_UP, TYPE, UNLOCK,
    UPLOAD, USER, USERS, USER_CHECK, USER_MINUS, USER_PLUS, USER_X, VOICEMAIL, VOLUME, VOLUME_2, VOLUME_X, WIFI,
    WIFI_OFF, X, X_CIRCLE, ZAP;

    private static final String SIZE = "-fx-icon-size";

    /// A new node of 16 px, or of what a style sheet's `-fx-icon-size` says.
    public Node node() {
        return styled(new FontIcon(Feather.valueOf(name())));
    }

    /// A new node of this size; style sheets do not change it.
    ///
    /// @param size side of the drawing, px
    public Node node(int size) {
        var icon = new FixedIcon(Feather.valueOf(name()));
        icon.setIconSize(size);
        return styled(icon);
    }

    private static Node styled(FontIcon icon) {
        icon.getStyleClass().add(Styles.ICON);
        return icon;
    }

    /// The base theme sizes every icon, even over a size set in code.
    private static final class FixedIcon extends FontIcon {

        FixedIcon(Ikon drawing) {
            super(drawing);
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return super.getCssMetaData().stream().filter(data -> !data.getProperty().equals(SIZE)).toList();
        }
    }
}
