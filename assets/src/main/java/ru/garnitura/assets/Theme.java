package ru.garnitura.assets;

import java.util.List;
import java.util.stream.Stream;

/// The looks an operator can choose between. Each is the same style files over another set of tokens.
public enum Theme {
    LIGHT(""),
    DARK("dark"),
    /// High contrast: black, white, yellow; wider focus rings.
    CONTRAST("contrast");

    private static final String TOKENS = "tokens";
    private static final List<String> PARTS = List.of("base", "atlanta", "text", "button", "field", "list", "table",
            "scroll", "tabs", "split", "popup", "chip", "avatar", "place", "lamp", "controlsfx");

    /// Sheet whose tokens replace those of the light theme; empty for the light theme itself.
    private final String overrides;

    Theme(String overrides) {
        this.overrides = overrides;
    }

    /// Addresses of this theme's style sheets, in the order in which they override each other.
    public List<String> stylesheets() {
        return Stream.concat(tokenSheets().stream(), PARTS.stream().map(Theme::address)).toList();
    }

    /// Addresses of the sheets that hold this theme's tokens, least specific first.
    List<String> tokenSheets() {
        return Stream.of(TOKENS, overrides).filter(name -> !name.isEmpty()).map(Theme::address).toList();
    }

    boolean dark() {
        return this != LIGHT;
    }

    private static String address(String name) {
        return Resources.address("theme/" + name + ".css");
    }
}
