package ru.garnitura.assets;

import java.net.URL;

/// Finds what is packed beside this class.
final class Resources {

    private Resources() {
    }

    static URL url(String name) {
        var url = Resources.class.getResource(name);
        if (url == null) {
            throw new IllegalArgumentException("No resource " + name + " beside " + Resources.class.getName());
        }
        return url;
    }

    static String address(String name) {
        return url(name).toExternalForm();
    }
}
