package ru.garnitura.assets;

import java.util.ArrayList;
import java.util.List;

/// The looks an operator can choose between. Each is the same style files over another set of tokens.
public enum Theme {
    LIGHT(List.of("tokens")),
    DARK(List.of("tokens", "dark")),
    /// High contrast: black, white, yellow; wider focus rings.
    CONTRAST(List.of("tokens", "contrast"));

    private static final List<String> PARTS = List.of("base", "atlanta", "text", "button", "field", "list", "table",
            "scroll", "tabs", "split", "popup", "chip", "avatar", "place", "lamp", "controlsfx");

    private final List<String> tokens;

    Theme(List<String> tokens) {
        this.tokens = tokens;
    }

    /// Addresses of this theme's style sheets, in the order in which they override each other.
    public List<String> stylesheets() {
        var names = new ArrayList<>(tokens);
        names.addAll(PARTS);
        return names.stream().map(Theme::address).toList();
    }

    /// Addresses of the sheets that hold this theme's tokens, least specific first.
    List<String> tokenSheets() {
        return tokens.stream().map(Theme::address).toList();
    }

    boolean dark() {
        return this != LIGHT;
    }

    private static String address(String name) {
        return Resources.address("theme/" + name + ".css");
    }
}
