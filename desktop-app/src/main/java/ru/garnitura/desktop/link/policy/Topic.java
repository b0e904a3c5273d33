package ru.garnitura.desktop.link.policy;

import java.util.List;

/// A node of the topic tree: a group with children, or a leaf with the article that answers it.
///
/// @param article id of the article, empty at a group
public record Topic(String id, Bilingual title, String article, List<Topic> children) {

    public Topic {
        children = List.copyOf(children);
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }
}
