package ru.garnitura.backoffice.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node of the topic tree: a group has children, a leaf the article that answers it.
public record Topic(String id, Words title, @Nullable String article, @Nullable List<Topic> children) {
    public Topic {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
    }

    /// The leaves at and under this node.
    public Stream<Topic> leaves() {
        return children == null ? Stream.of(this) : children.stream().flatMap(Topic::leaves);
    }
}
