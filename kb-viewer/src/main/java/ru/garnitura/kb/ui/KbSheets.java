package ru.garnitura.kb.ui;

/// Finds the pane's style sheets.
final class KbSheets {

    private KbSheets() {
    }

    static String address(String name) {
        var url = KbSheets.class.getResource(name);
        if (url == null) {
            throw new IllegalArgumentException("No style sheet " + name + " beside " + KbSheets.class.getName());
        }
        return url.toExternalForm();
    }
}
