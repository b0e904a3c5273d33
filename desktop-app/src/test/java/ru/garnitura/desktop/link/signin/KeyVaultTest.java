package ru.garnitura.desktop.link.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.garnitura.desktop.link.rest.Json;

class KeyVaultTest {

    private static final PasswordWrap.Cost CHEAP = new PasswordWrap.Cost(64, 1);

    @TempDir
    Path folder;

    private KeyVault vault() {
        return new KeyVault(new PasswordWrap(folder, CHEAP));
    }

    private static char[] password(String text) {
        return text.toCharArray();
    }

    @Test
    void theKeyComesBackForItsPasswordAlone() throws IOException {
        DataKey key = vault().openOrMake(password("пароль 🔑")).key();

        assertThat(vault().open(password("пароль 🔑")).map(found -> found.hexFor("x"))).contains(key.hexFor("x"));
        assertThat(vault().open(password("пароль"))).isEmpty();
        assertThat(vault().open(password(""))).isEmpty();
    }

    @Test
    void aChangedPasswordGetsANewKeyAndSaysThatTheOldIsLost() throws IOException {
        KeyVault.Opened first = vault().openOrMake(password("old"));
        KeyVault.Opened second = vault().openOrMake(password("new"));

        assertThat(first.replaced()).isFalse();
        assertThat(second.replaced()).isTrue();
        assertThat(second.key().hexFor("x")).isNotEqualTo(first.key().hexFor("x"));
        assertThat(vault().openOrMake(password("new")).replaced()).isFalse();
    }

    @Test
    void neitherKeyNorPasswordLiesInTheFolder() throws IOException {
        DataKey key = vault().openOrMake(password("secret-word")).key();

        String kept = Files.readString(folder.resolve("key.json"));
        assertThat(kept).doesNotContain("secret-word").doesNotContain(key.hexFor("x"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("key.json"))).hasSize(2);
        assertThat(key).hasToString("DataKey[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "nonsense", "{\"memoryKib\":2000000000,\"passes\":3,\"salt\":\"AA==\",\"sealed\":\"AA==\"}",
        "{\"memoryKib\":64,\"passes\":1,\"salt\":\"!\",\"sealed\":\"AA==\"}"})
    void aDamagedFileOpensNothingAndHarmsNobody(String content) throws IOException {
        Files.writeString(folder.resolve("key.json"), content);

        assertThat(vault().open(password("any"))).isEmpty();
        assertThat(vault().openOrMake(password("any")).replaced()).isTrue();
        assertThat(vault().open(password("any"))).isPresent();
    }

    @Test
    void thePolicyIsReadWithItsKeyAlone() throws IOException {
        DataKey key = new DataKey(Sealing.random(DataKey.BYTES));
        byte[] sample = Files.readAllBytes(Path.of("../back-office/contract/samples/desk.response.json"));
        new PolicyCopy(folder).keep(Json.read(sample), key);

        assertThat(new PolicyCopy(folder).open(key)).hasValueSatisfying(
                policy -> assertThat(policy.lines()).isNotEmpty());
        assertThat(new PolicyCopy(folder).open(new DataKey(Sealing.random(DataKey.BYTES)))).isEmpty();
        assertThat(Files.readString(folder.resolve("desk.bin"), StandardCharsets.ISO_8859_1)).doesNotContain("sip:");
    }

    @Test
    void aSealedThingCanNotStandForAnother() {
        byte[] key = Sealing.random(DataKey.BYTES);
        byte[] sealed = Sealing.seal(key, new byte[] {1, 2, 3}, "one");

        assertThat(Sealing.open(key, sealed, "one")).hasValueSatisfying(plain -> assertThat(plain).containsExactly(1, 2, 3));
        assertThat(Sealing.open(key, sealed, "two")).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(Sealing.open(key, sealed, "one")).isEmpty();
        assertThat(Sealing.open(key, new byte[5], "one")).isEqualTo(Optional.empty());
    }
}
