package ru.garnitura.sessions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.garnitura.sessions.chat.Author;
import ru.garnitura.sessions.chat.ChatMessage;
import ru.garnitura.sessions.chat.ChatStoreException;
import ru.garnitura.sessions.chat.DeliveryState;
import ru.garnitura.sessions.chat.Said;
import ru.garnitura.sessions.chat.StoredChat;
import ru.garnitura.sessions.chat.TranscriptStore;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerProfile;
import ru.garnitura.sessions.customer.FieldGroup;
import ru.garnitura.sessions.customer.InteractionPage;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.customer.Wishes;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionId;
import ru.garnitura.sessions.session.SessionInput;
import ru.garnitura.sessions.session.SettableClock;

class PrivateDatabaseIT {

    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final SessionId CHAT = new SessionId("s-1");
    private static final Instant NOW = Said.START;

    @TempDir
    Path folder;

    private final List<Path> setAside = new CopyOnWriteArrayList<>();
    private final SettableClock clock = new SettableClock(NOW, ZoneOffset.UTC);

    @Test
    void aChatComesBackAsItWas() {
        Session session = Session.offered(CHAT, Said.origin(Channel.WHATSAPP, "Марина"), NOW.plusSeconds(20))
                .after(SessionInput.ASSIGN, NOW);
        ChatMessage question = Said.customer(CHAT, 1, "Можно\nли <b>так</b>?").message();
        ChatMessage pending = ChatMessage.outgoing("k1", "Карина", "Да", NOW.plusSeconds(3));
        try (PrivateDatabase database = open()) {
            new H2TranscriptStore(database).save(List.of(new TranscriptStore.Change(
                    List.of(new StoredChat(session, 1, 1, List.of(question, pending))), List.of(), 7)));
        }
        try (PrivateDatabase database = open()) {
            H2TranscriptStore store = new H2TranscriptStore(database);
            assertThat(store.chats()).containsExactly(new StoredChat(session, 1, 1, List.of(question, pending)));
            assertThat(store.inbox()).isEqualTo(7);
        }
    }

    @Test
    void aMessageThatFoundItsPlaceIsNoLongerOnItsWay() {
        Session session = Session.offered(CHAT, Said.origin(Channel.SITE, "Гость"), null);
        ChatMessage pending = ChatMessage.outgoing("k1", "Карина", "Да", NOW);
        ChatMessage placed = Said.own(CHAT, 2, "k1", "Да").message();
        try (PrivateDatabase database = open()) {
            H2TranscriptStore store = new H2TranscriptStore(database);
            store.save(List.of(new TranscriptStore.Change(
                    List.of(new StoredChat(session, 1, 0, List.of(pending))), List.of(), 0)));
            store.save(List.of(new TranscriptStore.Change(
                    List.of(new StoredChat(session, 2, 0, List.of(placed))), List.of(), 0)));
            assertThat(store.chats().getFirst().messages()).containsExactly(placed);
            store.save(List.of(new TranscriptStore.Change(List.of(), List.of(CHAT), 0)));
            assertThat(store.chats()).isEmpty();
        }
    }

    @Test
    void changesSavedTogetherAreWrittenInTheirOrder() {
        Session session = Session.offered(CHAT, Said.origin(Channel.SITE, "Гость"), null);
        ChatMessage first = Said.customer(CHAT, 1, "раз").message();
        ChatMessage again = Said.customer(CHAT, 1, "снова").message();
        try (PrivateDatabase database = open()) {
            H2TranscriptStore store = new H2TranscriptStore(database);
            store.save(List.of(
                    new TranscriptStore.Change(List.of(new StoredChat(session, 1, 0, List.of(first))), List.of(), 1),
                    new TranscriptStore.Change(List.of(), List.of(CHAT), 2),
                    new TranscriptStore.Change(List.of(new StoredChat(session, 1, 0, List.of(again))), List.of(), 3)));
            assertThat(store.chats().getFirst().messages()).containsExactly(again);
            assertThat(store.inbox()).isEqualTo(3);
        }
    }

    @Test
    void theDiskShowsNoText() throws IOException {
        Session session = Session.offered(CHAT, Said.origin(Channel.SITE, "SecretNameOfCustomer"), null);
        ChatMessage said = new ChatMessage(new ChatMessage.Ref("m", null, 1),
                new Author(Author.Side.CUSTOMER, ""), "SecretTextOfCustomer", NOW, DeliveryState.SENT);
        try (PrivateDatabase database = open()) {
            new H2TranscriptStore(database).save(List.of(new TranscriptStore.Change(
                    List.of(new StoredChat(session, 1, 0, List.of(said))), List.of(), 0)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isNotEmpty().allSatisfy(file ->
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("SecretT", "SecretN"));
        }
    }

    @Test
    void aDamagedDatabaseIsSetAsideAndANewOneOpened() throws IOException {
        make();
        Path file = folder.resolve("private.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, bytes.length, (byte) 'x');
        Files.write(file, bytes);
        try (PrivateDatabase database = open()) {
            assertThat(new H2TranscriptStore(database).chats()).isEmpty();
            assertThat(setAside).singleElement().satisfies(path -> assertThat(path).exists());
        }
    }

    @Test
    void aDatabaseOfAnotherKeyIsSetAside() {
        make();
        try (PrivateDatabase database = new PrivateDatabase(folder, "f".repeat(64), clock, setAside::add)) {
            assertThat(new H2TranscriptStore(database).chats()).isEmpty();
            assertThat(setAside).hasSize(1);
        }
    }

    @Test
    void aDatabaseInUseElsewhereStaysWhereItIs() throws IOException {
        keepACustomer();
        try (PrivateDatabase database = open()) {
            H2TranscriptStore store = new H2TranscriptStore(database);
            try (FileChannel elsewhere = FileChannel.open(folder.resolve("private.mv.db"), StandardOpenOption.WRITE)) {
                assertThat(elsewhere.lock().isValid()).isTrue();
                assertThatThrownBy(store::chats).isInstanceOf(ChatStoreException.class);
            }
            assertThat(setAside).isEmpty();
            assertThat(new H2CustomerCopy(database, clock).byPhone(new PhoneNumber("+79375550118"))).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("failuresThatPass")
    void whatOnlyCannotBeOpenedNowStaysWhereItIs(SQLException failure) {
        keepACustomer();
        AtomicBoolean failing = new AtomicBoolean(true);
        try (PrivateDatabase database = new PrivateDatabase(folder, KEY, clock, setAside::add, (url, user, password) -> {
            if (failing.get()) {
                throw failure;
            }
            return DriverManager.getConnection(url, user, password);
        })) {
            assertThatThrownBy(new H2TranscriptStore(database)::chats).isInstanceOf(ChatStoreException.class);
            assertThat(setAside).isEmpty();
            failing.set(false);
            assertThat(new H2CustomerCopy(database, clock).byPhone(new PhoneNumber("+79375550118"))).isPresent();
        }
    }

    /// No room, no rights, in use, in H2's words.
    static Stream<SQLException> failuresThatPass() {
        return Stream.of(failure(ErrorCode.GENERAL_ERROR_1, DataUtils.ERROR_WRITING_FAILED),
                failure(ErrorCode.FILE_CORRUPTED_1, DataUtils.ERROR_CLOSED),
                failure(ErrorCode.IO_EXCEPTION_1, DataUtils.ERROR_READING_FAILED),
                failure(ErrorCode.IO_EXCEPTION_2, DataUtils.ERROR_WRITING_FAILED),
                failure(ErrorCode.DATABASE_IS_READ_ONLY, DataUtils.ERROR_INTERNAL),
                failure(ErrorCode.DATABASE_ALREADY_OPEN_1, DataUtils.ERROR_FILE_LOCKED),
                failure(ErrorCode.OUT_OF_MEMORY, DataUtils.ERROR_INTERNAL));
    }

    private static SQLException failure(int code, int store) {
        return new SQLException("scripted", "", code, new MVStoreException(store, "scripted"));
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (PrivateDatabase database = new PrivateDatabase(file.resolve("sub"), KEY, clock, setAside::add)) {
            assertThatThrownBy(new H2TranscriptStore(database)::chats).isInstanceOf(ChatStoreException.class);
            assertThat(new H2CustomerCopy(database, clock).byPhone(new PhoneNumber("+79375550118"))).isEmpty();
        }
    }

    @Test
    void aCardPopsByPhoneWithoutWhatACheckUnlocked() {
        Customer customer = customer();
        try (PrivateDatabase database = open()) {
            H2CustomerCopy copy = new H2CustomerCopy(database, clock);
            copy.keep(customer, NOW);
            Customer kept = copy.byPhone(new PhoneNumber("+79375550118")).orElseThrow().value();
            assertThat(kept.name()).isEqualTo(customer.name());
            assertThat(kept.profile()).isEqualTo(customer.profile());
            assertThat(kept.groups().get(0)).isEqualTo(customer.groups().get(0));
            FieldGroup money = kept.groups().get(1);
            assertThat(money.access()).isEqualTo(FieldGroup.Access.LOCKED);
            assertThat(money.fields()).extracting(FieldGroup.Field::value).containsOnly("");
            assertThat(copy.search("белова")).containsExactly(kept);
            assertThat(copy.search("8 937 555-01-18")).containsExactly(kept);
            assertThat(copy.search("8937555")).containsExactly(kept);
            assertThat(copy.search("555-01")).containsExactly(kept);
            assertThat(copy.search("55")).isEmpty();
            assertThat(copy.byPhone(new PhoneNumber("+79990000000"))).isEmpty();
        }
    }

    @Test
    void popsStayWithinMillisecondsAmongThousands() {
        try (PrivateDatabase database = open()) {
            H2CustomerCopy copy = new H2CustomerCopy(database, clock);
            for (int i = 0; i < 300; i++) {
                copy.keep(customer("c-" + i, "+7937%07d".formatted(i)), NOW);
            }
            copy.byPhone(new PhoneNumber("+79370000001"));
            long started = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertThat(copy.byPhone(new PhoneNumber("+7937%07d".formatted(i)))).isPresent();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void historyIsKeptAndOldCustomersAreForgotten() {
        InteractionRecord call = new InteractionRecord("i-1", NOW.minusSeconds(600),
                new InteractionRecord.Course(InteractionRecord.Kind.INCOMING, Channel.CALL,
                        InteractionRecord.Result.SOLVED, Duration.ofSeconds(372), "Лебедев"), "Паспорт", "Визит");
        InteractionPage page = new InteractionPage(List.of(call), true, new InteractionPage.Totals(1, 0, 3));
        try (PrivateDatabase database = open()) {
            H2CustomerCopy copy = new H2CustomerCopy(database, clock);
            copy.keep(customer(), NOW);
            copy.keepHistory(new CustomerId("c-1"), page, NOW);
            assertThat(copy.history(new CustomerId("c-1"))).get().extracting(kept -> kept.value()).isEqualTo(page);
            clock.advance(Duration.ofDays(31));
            assertThat(copy.forgetOlderThan(Duration.ofDays(30))).isEqualTo(1);
            assertThat(copy.byId(new CustomerId("c-1"))).isEmpty();
            assertThat(copy.history(new CustomerId("c-1"))).isEmpty();
        }
    }

    private PrivateDatabase open() {
        return new PrivateDatabase(folder, KEY, clock, setAside::add);
    }

    private void make() {
        try (PrivateDatabase database = open()) {
            assertThat(new H2TranscriptStore(database).chats()).isEmpty();
        }
    }

    private void keepACustomer() {
        try (PrivateDatabase database = open()) {
            new H2CustomerCopy(database, clock).keep(customer(), NOW);
        }
    }

    private static Customer customer() {
        return customer("c-1", "+79375550118");
    }

    private static Customer customer(String id, String phone) {
        FieldGroup open = new FieldGroup("plan", FieldGroup.Access.OPEN,
                List.of(new FieldGroup.Field("Тариф", "«Семейный 20»", "")));
        FieldGroup money = new FieldGroup("money", FieldGroup.Access.UNLOCKED,
                List.of(new FieldGroup.Field("Баланс", "450 ₽", "")));
        CustomerProfile profile = new CustomerProfile(LocalDate.of(2020, 5, 1), "Саранск", ZoneId.of("Europe/Moscow"),
                List.of(new PhoneNumber(phone)), new Wishes(
                        new Wishes.CallHours(LocalTime.of(10, 0), LocalTime.of(21, 0)),
                        List.of(new Wishes.Promise("Перезвонить", NOW))));
        return new Customer(new CustomerId(id), "Марина Юрьевна Белова", profile, List.of(open, money), "r1");
    }
}
