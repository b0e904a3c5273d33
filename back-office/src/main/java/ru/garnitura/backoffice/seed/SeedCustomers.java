package ru.garnitura.backoffice.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.garnitura.backoffice.customers.Profile;

/// 300 invented customers, the same ones each time.
final class SeedCustomers {
    static final int COUNT = 300;
    private static final List<String> PREFIXES =
            List.of("903", "906", "909", "917", "927", "937", "951", "960", "961", "987");
    private final People people;
    private final Dice dice;
    private final Instant now;
    private final Set<String> numbers = new HashSet<>();
    private int promiseCount;

    SeedCustomers(People people, Dice dice, Instant now) {
        this.people = people;
        this.dice = dice;
        this.now = now;
        people.known().forEach(one -> numbers.add(one.phone()));
    }

    /// @param locked the masked values by field
    record Planted(String id, Profile profile, Map<String, String> locked, @Nullable String note) {}

    List<Planted> make() {
        var all = new ArrayList<Planted>();
        for (int i = 0; i < COUNT; i++) {
            boolean known = i < people.known().size();
            String id = "c-" + (101 + i);
            all.add(
                    known
                            ? planted(id, people.known().get(i).name(), people.known().get(i))
                            : planted(id, name(), null));
        }
        return all;
    }

    private String name() {
        People.Names from = dice.percent(55) ? people.women() : people.men();
        return dice.one(from.names()) + " " + dice.one(from.patronymics()) + " " + dice.one(from.surnames());
    }

    private Planted planted(String id, String name, People.@Nullable Known known) {
        People.City city = known == null ? dice.one(people.cities()) : people.city(known.city());
        String tariff = known == null ? dice.one(people.tariffs()) : known.tariff();
        var profile = new Profile(
                name,
                phones(known == null ? number() : known.phone()),
                city.name(),
                city.zone(),
                known == null ? since() : known.since(),
                "ru",
                tariff,
                known == null ? hours() : known.hours(),
                dice.percent(8) ? List.of(promise()) : List.of(),
                groups(tariff));
        return new Planted(id, profile, locked(city), dice.percent(20) ? dice.one(people.notes()) : null);
    }

    private LocalDate since() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(dice.between(90, 9 * 365));
    }

    private Profile.@Nullable Hours hours() {
        return dice.percent(30)
                ? new Profile.Hours(
                        dice.one(List.of("09:00", "10:00", "12:00")), dice.one(List.of("18:00", "20:00", "21:00")))
                : null;
    }

    private List<Profile.Phone> phones(String main) {
        var phones = new ArrayList<Profile.Phone>();
        phones.add(new Profile.Phone(main, "mobile", true));
        if (dice.percent(25)) {
            phones.add(new Profile.Phone(number(), "mobile", false));
        }
        return phones;
    }

    private String number() {
        String number;
        do {
            number = "+7" + dice.one(PREFIXES) + "555" + String.format(Locale.ROOT, "%04d", dice.between(0, 9999));
        } while (!numbers.add(number));
        return number;
    }

    private Profile.Promise promise() {
        promiseCount++;
        return new Profile.Promise(
                "p-" + promiseCount, dice.one(people.promises()), now.plus(Duration.ofHours(dice.between(-20, 60))), false);
    }

    private List<Profile.Group> groups(String tariff) {
        String home = tariff.startsWith(people.tariffs().getLast()) ? people.home().get(2) : dice.one(people.home());
        return List.of(
                group("service", false, List.of(
                        field("tariff", tariff),
                        field("lines", Integer.toString(dice.skewed(1, 5))),
                        field("home", home))),
                group("money", true, List.of(field("balance", null), field("last-payment", null))),
                group("person", true, List.of(field("passport", null), field("birth-date", null), field("address", null))));
    }

    private Profile.Group group(String id, boolean masked, List<Profile.Field> fields) {
        return new Profile.Group(id, people.words(id), masked, fields);
    }

    private Profile.Field field(String id, @Nullable String value) {
        return new Profile.Field(id, people.words(id), value);
    }

    private Map<String, String> locked(People.City city) {
        LocalDate born = LocalDate.of(dice.between(1948, 2008), dice.between(1, 12), dice.between(1, 28));
        return Map.of(
                "balance", Integer.toString(dice.between(-25_000, 180_000)),
                "last-payment", Integer.toString(dice.between(10, 150) * 1000),
                "passport", "0000 " + String.format(Locale.ROOT, "%06d", dice.between(0, 999_999)),
                "birth-date", born.toString(),
                "address", city.name() + ", " + dice.one(people.streets()) + ", " + dice.between(1, 120));
    }
}
