package ru.garnitura.kb.ui;

import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import ru.garnitura.kb.article.Inline;

/// A link inside running text: it wraps with the words around it, which a button-like link does not. Reached by Tab,
/// followed by a click, Enter or Space.
final class LinkText extends Text {

    LinkText(Inline.ArticleLink link, Consumer<Inline.ArticleLink> follow) {
        super(link.text());
        getStyleClass().addAll("kb-text", "kb-link");
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setFocusTraversable(true);
        setOnMouseClicked(click -> {
            follow.accept(link);
            click.consume();
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                follow.accept(link);
                key.consume();
            }
        });
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? getText() : super.queryAccessibleAttribute(attribute, parameters);
    }
}
