package ru.garnitura.assets;

/// What a colour says. It always comes with a word or an icon that says the same.
public enum Tone {
    OK(Styles.OK), WARN(Styles.WARN), DANGER(Styles.DANGER), ACCENT(Styles.ACCENT), NEUTRAL(Styles.NEUTRAL);

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    /// The style class that gives a control this tone.
    public String style() {
        return style;
    }
}
