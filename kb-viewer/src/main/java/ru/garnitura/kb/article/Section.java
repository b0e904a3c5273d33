package ru.garnitura.kb.article;

import java.util.List;
import java.util.stream.Stream;

/// A place in the section tree, from the root down: contracts, then change of owner. The root itself is empty.
public record Section(List<String> path) {

    public static final Section ROOT = new Section(List.of());

    private static final int MAX_DEPTH = 12;

    public Section {
        path = Bounds.entries(path, MAX_DEPTH);
    }

    public static Section of(String... path) {
        return new Section(List.of(path));
    }

    /// Whether this is `ancestor` or lies below it.
    public boolean isWithin(Section ancestor) {
        return path.size() >= ancestor.path.size() && path.subList(0, ancestor.path.size()).equals(ancestor.path);
    }

    public Section parent() {
        return path.isEmpty() ? this : new Section(path.subList(0, path.size() - 1));
    }

    public Section child(String name) {
        return new Section(Stream.concat(path.stream(), Stream.of(name)).toList());
    }

    /// The last name, empty at the root.
    public String name() {
        return path.isEmpty() ? "" : path.getLast();
    }
}
