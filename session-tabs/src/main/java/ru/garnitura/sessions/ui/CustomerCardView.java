package ru.garnitura.sessions.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ru.garnitura.assets.Icon;
import ru.garnitura.assets.Styles;
import ru.garnitura.assets.controls.Avatar;
import ru.garnitura.assets.controls.EmptyPlace;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerProfile;
import ru.garnitura.sessions.customer.FieldGroup;

/// The column «Клиент»: who it is, what he may be told, what was before.
public final class CustomerCardView extends BorderPane {

    private static final double WIDTH = 352;
    private static final double FACE = 46;
    private static final int LOCK = 13;

    private final CustomerCardViewModel model;
    private final Look look;
    private final Avatar face = new Avatar(FACE);
    private final Label name = Columns.wrapped("", Styles.TITLE);
    private final Label about = Columns.wrapped("", Styles.SMALL, Styles.MUTED);
    private final FlowPane chips = new FlowPane();
    private final Label identity = Columns.wrapped("", Styles.STRONG);
    private final VBox fields = new VBox();
    private final HistoryView history;
    private final ScrollPane card;

    public CustomerCardView(CustomerCardViewModel model, ListeningViewModel listening, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().addAll("customer-card", Styles.SURFACE, Styles.LINE_LEFT);
        setPrefWidth(WIDTH);
        history = new HistoryView(model, listening, look);
        HBox header = new HBox(Columns.label(look.words().text("card.title"), Styles.STRONG));
        header.getStyleClass().addAll("column-header", Styles.LINE_BOTTOM);
        setTop(header);
        card = new ScrollPane(new VBox(person(), box(), history));
        card.setFitToWidth(true);
        card.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.shown().subscribe(this::show);
        look.words().language().subscribe(language -> show(model.shown().get()));
    }

    private VBox person() {
        VBox words = new VBox(name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox who = new HBox(face, words);
        who.getStyleClass().add("who");
        chips.getStyleClass().add("chips");
        VBox person = new VBox(who, chips);
        person.getStyleClass().add("person");
        return person;
    }

    private VBox box() {
        fields.getStyleClass().add("fields");
        VBox box = new VBox(identity, fields);
        box.getStyleClass().addAll("identity", Styles.LINE_TOP);
        return box;
    }

    private void show(CardContent content) {
        Customer customer = content.customer();
        if (customer == null) {
            setCenter(empty(content.state()));
            return;
        }
        face.nameProperty().set(customer.name());
        name.setText(SafeText.line(customer.name()));
        about.setText(about(customer.profile()));
        chips.getChildren().setAll(new CardChips(look).of(content, customer));
        Columns.show(chips, !chips.getChildren().isEmpty());
        showIdentity(customer);
        history.show(content);
        setCenter(card);
    }

    private Node empty(CardContent.State state) {
        return switch (state) {
            case NOBODY, SHOWN -> place(Icon.USER, "card.nobody.");
            case LOOKING -> place(Icon.SEARCH, "card.looking.");
            case UNKNOWN -> place(Icon.USER_X, "card.unknown.");
            case UNREACHABLE -> unreachable();
        };
    }

    private Node unreachable() {
        Button again = new Button(look.words().now("card.again"));
        again.getStyleClass().add(Styles.SOFT);
        again.setOnAction(event -> model.lookUpAgain());
        EmptyPlace place = place(Icon.CLOUD_OFF, "card.unreachable.");
        place.getChildren().add(again);
        return place;
    }

    private EmptyPlace place(Icon icon, String key) {
        return new EmptyPlace(icon, look.words().text(key + "title"), look.words().text(key + "advice"));
    }

    /// «с нами 6 лет · Саранск · UTC+3».
    private String about(CustomerProfile profile) {
        List<String> parts = new ArrayList<>();
        LocalDate since = profile.since();
        if (since != null) {
            long years = ChronoUnit.YEARS.between(since, LocalDate.ofInstant(look.now(), profile.zone()));
            parts.add(years < 1 ? look.words().now("card.since.new") : look.words().now("card.since", years));
        }
        if (!profile.city().isBlank()) {
            parts.add(SafeText.line(profile.city()));
        }
        parts.add(offset(profile.zone().getRules().getOffset(look.now())));
        return String.join(" · ", parts);
    }

    private static String offset(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        String hours = "UTC%+d".formatted(minutes / 60);
        return minutes % 60 == 0 ? hours : hours + ":%02d".formatted(Math.abs(minutes % 60));
    }

    private void showIdentity(Customer customer) {
        boolean verified = customer.isVerified();
        identity.setText(look.words().now(verified ? "card.verified" : "card.unverified"));
        Node mark = Icon.SHIELD.node();
        mark.getStyleClass().add(verified ? Styles.OK : Styles.WARN);
        identity.setGraphic(mark);
        fields.getChildren().clear();
        for (FieldGroup group : customer.groups()) {
            group.fields().forEach(field -> fields.getChildren().add(field(group, field)));
        }
    }

    private HBox field(FieldGroup group, FieldGroup.Field field) {
        boolean locked = group.access() == FieldGroup.Access.LOCKED;
        Label value = locked ? locked(field) : Columns.wrapped(SafeText.line(field.value()));
        value.getStyleClass().add("field-value");
        Label label = Columns.label(SafeText.line(field.label()), Styles.MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(label, Columns.spring(), value);
        row.getStyleClass().add("field");
        return row;
    }

    private Label locked(FieldGroup.Field field) {
        String shown = field.mask().isBlank() ? look.words().now("card.locked") : SafeText.line(field.mask());
        Label value = Columns.label(shown, Styles.MUTED);
        value.setGraphic(Icon.LOCK.node(LOCK));
        value.setAccessibleText(field.label() + ", " + look.words().now("card.locked"));
        return value;
    }
}
