package ru.garnitura.assets;

/// Style classes the theme knows. A view adds them to its nodes instead of inventing looks.
public final class Styles {

    /// Bar, column or card of the window.
    public static final String SURFACE = "desk-surface";
    /// Slightly raised part of a surface: a header of a table, a fact box.
    public static final String SURFACE_2 = "desk-surface-2";
    /// The ground behind surfaces, such as a transcript.
    public static final String GROUND = "desk-ground";
    /// Lines at the edges of a bar, column or row.
    public static final String LINE_TOP = "line-top";
    public static final String LINE_RIGHT = "line-right";
    public static final String LINE_BOTTOM = "line-bottom";
    public static final String LINE_LEFT = "line-left";

    /// 13.5 px, bold: names, titles of columns.
    public static final String STRONG = "strong";
    /// 12.5 px, muted: second lines, times.
    public static final String SMALL = "small";
    public static final String MUTED = "muted";
    /// 16 px, bold: a name on the card, the title of an article.
    public static final String TITLE = "title";
    /// 22 px, bold: the timer of a call.
    public static final String FIGURES = "figures";

    /// The one button of a form that does what the form is for.
    public static final String PRIMARY = "primary";
    /// A button in a soft accent colour, such as a suggestion.
    public static final String SOFT = "soft";
    /// A button without an edge, such as an icon in a header.
    public static final String FLAT = "flat";
    /// A button with its icon above its word, as in the call bar.
    public static final String TALL = "tall";

    /// Meanings of colours. Each comes with an icon or a word.
    public static final String OK = "ok";
    public static final String WARN = "warn";
    public static final String DANGER = "danger";
    public static final String ACCENT = "accent";
    public static final String NEUTRAL = "neutral";

    /// A label that shows a key, such as «Ctrl K».
    public static final String KEY = "key-cap";
    /// Every icon.
    public static final String ICON = "desk-icon";

    private Styles() {
    }
}
