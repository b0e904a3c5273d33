package ru.garnitura.desktop.ui.signin;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.ui.Appearance;

/// A card in the middle of the window: login, password, and in words why it did not work. FX lane.
public final class SignInView extends StackPane {

    private final SignInViewModel model;
    private final Appearance appearance;
    private final Words words;
    private final TextField login = new TextField();
    private final PasswordField password = new PasswordField();
    private final Label refusal = new Label();

    /// @param server shown, so that one sees where one signs in
    /// @param before login used last on this desk; may be empty
    public SignInView(SignInViewModel model, Appearance appearance, String server, String before) {
        this.model = model;
        this.appearance = appearance;
        this.words = appearance.words();
        getStyleClass().addAll("sign-in", Styles.GROUND);
        login.setText(before);
        VBox card = new VBox(brand(), field("signin.login", login, "sign-in-login"),
                field("signin.password", password, "sign-in-password"), refusal(), button(), where(server));
        card.getStyleClass().addAll("sign-in-card", Styles.SURFACE);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        VBox column = new VBox(16, card, look());
        column.setAlignment(Pos.CENTER);
        getChildren().add(column);
        model.refusal().subscribe(this::show);
        words.language().subscribe(language -> show(model.refusal().get()));
    }

    /// Puts the focus where typing begins.
    public void start() {
        (login.getText().isEmpty() ? login : password).requestFocus();
    }

    private Node brand() {
        StackPane sign = new StackPane(Icon.HEADPHONES.node(26));
        sign.getStyleClass().add("sign-in-sign");
        Label name = new Label();
        name.textProperty().bind(words.text("brand"));
        name.getStyleClass().add(Styles.FIGURES);
        Label what = new Label();
        what.textProperty().bind(words.text("signin.what"));
        what.getStyleClass().add(Styles.MUTED);
        VBox brand = new VBox(6, sign, name, what);
        brand.setAlignment(Pos.CENTER);
        brand.getStyleClass().add("sign-in-brand");
        return brand;
    }

    private Node field(String key, TextField field, String id) {
        Label name = new Label();
        name.textProperty().bind(words.text(key));
        name.setLabelFor(field);
        field.setId(id);
        field.setOnAction(event -> attempt());
        field.accessibleTextProperty().bind(words.text(key));
        field.disableProperty().bind(model.busy());
        return new VBox(4, name, field);
    }

    private Node refusal() {
        refusal.setGraphic(Icon.ALERT_CIRCLE.node());
        refusal.getStyleClass().addAll("sign-in-refusal", Styles.DANGER);
        refusal.setId("sign-in-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.setMaxWidth(Double.MAX_VALUE);
        refusal.managedProperty().bind(refusal.visibleProperty());
        return refusal;
    }

    private Node button() {
        Button button = new Button();
        button.textProperty().bind(model.busy().flatMap(busy -> words.text(busy ? "signin.busy" : "signin.enter")));
        button.getStyleClass().add(Styles.PRIMARY);
        button.setId("sign-in-enter");
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.busy());
        button.setOnAction(event -> attempt());
        return button;
    }

    private static Node where(String server) {
        Label where = new Label(server);
        where.getStyleClass().add(Styles.SMALL);
        where.setGraphic(Icon.SERVER.node(13));
        where.setMaxWidth(Double.MAX_VALUE);
        where.setAlignment(Pos.CENTER);
        return where;
    }

    private Node look() {
        Button language = new Button();
        language.textProperty().bind(appearance.language().map(now -> Appearance.nameOf(appearance.otherLanguage())));
        language.setGraphic(Icon.GLOBE.node(14));
        language.getStyleClass().add(Styles.FLAT);
        language.setId("sign-in-language");
        language.setOnAction(event -> appearance.switchLanguage());
        Button theme = new Button();
        theme.textProperty().bind(words.text("command.theme"));
        theme.setGraphic(Icon.SUN.node(14));
        theme.getStyleClass().add(Styles.FLAT);
        theme.setOnAction(event -> appearance.switchTheme());
        HBox look = new HBox(8, language, theme);
        look.setAlignment(Pos.CENTER);
        return look;
    }

    private void attempt() {
        if (login.getText().isBlank()) {
            login.requestFocus();
        } else if (password.getText().isEmpty()) {
            password.requestFocus();
        } else {
            model.signIn(login.getText(), password.getText().toCharArray());
        }
    }

    private void show(@Nullable SignInOutcome outcome) {
        String text = RefusalWords.of(outcome, words);
        refusal.setVisible(!text.isEmpty());
        refusal.setText(text);
        if (outcome instanceof SignInOutcome.WrongPassword) {
            password.clear();
            password.requestFocus();
        }
    }
}
