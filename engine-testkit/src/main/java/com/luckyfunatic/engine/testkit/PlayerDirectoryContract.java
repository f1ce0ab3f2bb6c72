package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.LanguageTag;
import com.luckyfunatic.engine.player.NamePrefix;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.Friend;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the players are, as every directory tells. The friends are in {@link FriendsContract}. */
public abstract class PlayerDirectoryContract extends StorageContract {
    @Test
    public void somebody_unknown_is_not_found() {
        assertThat(directory().profile(unknownPlayer())).isEmpty();
        assertThat(directory().findByTelegramId(newTelegramId())).isEmpty();
    }

    @Test
    public void a_new_account_is_registered_as_given() {
        Profile newcomer = newcomer(account("Ada"), new PlayerId(77), "spring-2026");

        assertThat(directory().register(newcomer)).isEqualTo(newcomer);
        assertFound(newcomer);
    }

    @Test
    public void what_is_not_known_of_an_account_stays_unknown() {
        Profile newcomer = newcomer(TelegramAccount.of(newTelegramId(), "Ada"), null, null);

        assertThat(directory().register(newcomer)).isEqualTo(newcomer);
        assertFound(newcomer);
    }

    @Test
    public void empty_text_is_not_the_same_as_none() {
        var account = new TelegramAccount(newTelegramId(), "", "", "", "", false, "");
        Profile newcomer = newcomer(account, null, "");

        directory().register(newcomer);

        assertFound(newcomer);
    }

    @Test
    public void a_known_account_keeps_its_identity_referrer_and_campaign() {
        Profile first = newcomer(account("Ada"), new PlayerId(77), "spring");
        directory().register(first);
        clock.advance(Duration.ofDays(1));
        Profile again = newcomer(first.account(), new PlayerId(78), "autumn");

        assertThat(directory().register(again)).isEqualTo(first);
        assertFound(first);
        assertThat(directory().profile(again.id())).isEmpty();
    }

    @Test
    public void a_known_account_without_referrer_gets_none_later() {
        Profile first = newcomer(account("Ada"), null, null);
        directory().register(first);

        directory().register(newcomer(first.account(), new PlayerId(78), "autumn"));

        assertFound(first);
    }

    @Test
    public void what_an_account_shows_is_renewed() {
        Profile first = newcomer(account("Ada"), new PlayerId(77), "spring");
        directory().register(first);
        long id = first.account().telegramId();
        List<TelegramAccount> later =
                List.of(
                        new TelegramAccount(id, "Eve", "King", "eve", "de", true, "https://x/e"),
                        TelegramAccount.of(id, "Eve"),
                        new TelegramAccount(id, "", "", "", "", false, ""),
                        first.account());

        for (TelegramAccount account : later) {
            Profile renewed = first.with(account);
            assertThat(directory().register(newcomer(account, null, null))).isEqualTo(renewed);
            assertFound(renewed);
        }
    }

    @Test
    public void a_chosen_language_stays_whatever_language_a_login_brings() {
        Profile first = newcomer(account("Ada"), new PlayerId(77), "spring");
        directory().register(first);
        LanguageTag longest = new LanguageTag("zh-hans" + "-variant1".repeat(6) + "-ab");

        for (LanguageTag language : List.of(new LanguageTag("ru"), longest)) {
            Profile chosen = first.speaking(language);
            assertThat(directory().chooseLanguage(first.id(), language)).hasValue(chosen);
            assertThat(directory().chooseLanguage(first.id(), language)).hasValue(chosen);
            assertFound(chosen);
            TelegramAccount german =
                    new TelegramAccount(
                            first.account().telegramId(), "Eve", null, null, "de", true, null);
            assertThat(directory().register(newcomer(german, null, null)))
                    .isEqualTo(chosen.with(german));
            assertFound(chosen.with(german));
            assertThat(directory().register(newcomer(first.account(), null, null)))
                    .isEqualTo(chosen);
        }

        assertThat(directory().chooseLanguage(first.id(), null)).hasValue(first);
        assertFound(first);
    }

    @Test
    public void nobody_chooses_no_language() {
        PlayerId nobody = unknownPlayer();

        assertThat(directory().chooseLanguage(nobody, new LanguageTag("ru"))).isEmpty();
        assertThat(directory().profile(nobody)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Ünïcödé",
                "名前",
                "اسم",
                "🦊🎈👨‍👩‍👧‍👦",
                "e\u0301",
                "a\tb\nc",
                "Robert'); DROP TABLE players;--",
                "\"\\ {} ,:;",
                " blank at both ends ",
                "\u0001\u007f\u200b\ufeff"
            })
    public void every_name_is_kept_to_the_letter(String name) {
        var account = new TelegramAccount(newTelegramId(), name, name, name, "en", false, name);
        Profile newcomer = newcomer(account, null, name);

        directory().register(newcomer);

        assertFound(newcomer);
    }

    @Test
    public void the_longest_texts_are_kept() {
        String name = "🦊".repeat(64);
        var account =
                new TelegramAccount(
                        newTelegramId(),
                        name,
                        name,
                        "u".repeat(32),
                        "zh-hans",
                        true,
                        "p".repeat(512));
        Profile newcomer = newcomer(account, null, "c".repeat(64));

        directory().register(newcomer);

        assertFound(newcomer);
    }

    @Test
    public void the_greatest_telegram_id_is_kept() {
        var account = TelegramAccount.of(TelegramAccount.TELEGRAM_ID_MAX, "Max");

        Profile registered = directory().register(newcomer(account, null, null));

        assertThat(registered.account()).isEqualTo(account);
        assertThat(directory().findByTelegramId(TelegramAccount.TELEGRAM_ID_MAX))
                .hasValue(registered);
    }

    @Test
    public void ids_beyond_53_bits_are_kept_exactly() {
        PlayerId player = new PlayerId((1L << 53) + (nextId() | 1));
        PlayerId referrer = new PlayerId(Long.MAX_VALUE);
        Profile newcomer = new Profile(player, account("Ada"), referrer, null, clock.millis());

        directory().register(newcomer);

        assertFound(newcomer);
        assertThat(directory().profile(new PlayerId(player.value() - 1))).isEmpty();
    }

    @Test
    public void the_greatest_id_is_not_below_any_player() {
        PlayerId far = new PlayerId(nextId() + (1L << 40));

        directory().register(new Profile(far, account("Ada"), null, null, clock.millis()));

        assertThat(storage().greatestId()).isGreaterThanOrEqualTo(far.value());
    }

    @Test
    public void one_account_registered_at_once_becomes_one_player() {
        TelegramAccount account = account("Ada");
        List<Profile> newcomers =
                IntStream.range(0, 50)
                        .mapToObj(i -> newcomer(account, null, "campaign-" + i))
                        .toList();

        List<Profile> registered = Together.run(50, i -> directory().register(newcomers.get(i)));

        Profile one = registered.getFirst();
        assertThat(registered).containsOnly(one);
        assertThat(newcomers).contains(one);
        assertFound(one);
        assertThat(newcomers.stream().filter(p -> directory().profile(p.id()).isPresent()))
                .containsExactly(one);
    }

    @Test
    public void accounts_registered_at_once_become_players_of_their_own() {
        List<Profile> newcomers =
                IntStream.range(0, 50)
                        .mapToObj(i -> newcomer(account("Ada " + i), null, null))
                        .toList();

        Together.run(50, i -> directory().register(newcomers.get(i)));

        Set<Profile> found = new HashSet<>();
        newcomers.forEach(each -> directory().profile(each.id()).ifPresent(found::add));
        assertThat(found).containsExactlyInAnyOrderElementsOf(newcomers);
    }

    @Test
    public void a_wallet_is_for_good_that_of_the_first_player_who_claims_it() {
        TonAddress wallet = newWallet("0:");
        PlayerId first = unknownPlayer();
        PlayerId second = unknownPlayer();

        assertThat(directory().walletOwner(wallet)).isEmpty();
        assertThat(directory().claimWallet(wallet, first)).isEqualTo(first);
        assertThat(directory().claimWallet(wallet, second)).isEqualTo(first);
        assertThat(directory().claimWallet(wallet, first)).isEqualTo(first);
        assertThat(directory().walletOwner(wallet)).contains(first);
    }

    @Test
    public void wallets_are_told_apart_to_the_letter() {
        TonAddress wallet = newWallet("0:");
        TonAddress ofMasterchain = new TonAddress("-1:" + wallet.value().substring(2));
        PlayerId first = unknownPlayer();
        PlayerId second = unknownPlayer();

        assertThat(directory().claimWallet(wallet, first)).isEqualTo(first);
        assertThat(directory().claimWallet(ofMasterchain, second)).isEqualTo(second);
    }

    @Test
    public void a_player_may_have_several_wallets() {
        PlayerId player = new PlayerId(Long.MAX_VALUE);

        assertThat(directory().claimWallet(newWallet("0:"), player)).isEqualTo(player);
        assertThat(directory().claimWallet(newWallet("0:"), player)).isEqualTo(player);
    }

    @Test
    public void a_wallet_claimed_at_once_becomes_that_of_one_player() {
        TonAddress wallet = newWallet("0:");
        List<PlayerId> players = IntStream.range(0, 50).mapToObj(_ -> unknownPlayer()).toList();

        List<PlayerId> owners =
                Together.run(50, i -> directory().claimWallet(wallet, players.get(i)));

        assertThat(owners).containsOnly(owners.getFirst());
        assertThat(players).contains(owners.getFirst());
        assertThat(directory().claimWallet(wallet, unknownPlayer())).isEqualTo(owners.getFirst());
    }

    @Test
    public void of_an_erased_player_nothing_of_the_person_is_left() {
        PlayerId referrer = unknownPlayer();
        Profile first = newcomer(account("Ada"), referrer, "spring");
        directory().register(first);
        directory().chooseLanguage(first.id(), new LanguageTag("ru"));
        Profile other = newcomer(account("Eve"), referrer, null);
        directory().register(other);
        TonAddress wallet = newWallet("0:");
        TonAddress others = newWallet("0:");
        directory().claimWallet(wallet, first.id());
        directory().claimWallet(others, other.id());

        for (int time = 0; time < 2; time++) {
            directory().erase(first.id());

            assertThat(directory().profile(first.id())).hasValue(first.erased());
            assertThat(directory().findByTelegramId(first.account().telegramId())).isEmpty();
            assertThat(directory().findByTelegramId(-first.id().value())).isEmpty();
            assertThat(directory().findByTelegramId(0)).isEmpty();
            assertThat(directory().walletOwner(wallet)).isEmpty();
            assertThat(directory().chooseLanguage(first.id(), new LanguageTag("de"))).isEmpty();
            assertThat(directory().friends(referrer, null, 10).items())
                    .extracting(Friend::profile)
                    .containsExactlyInAnyOrder(first.erased(), other);
        }
        assertFound(other);
        assertThat(directory().walletOwner(others)).hasValue(other.id());
    }

    @Test
    public void whoever_was_erased_starts_anew_as_another_player() {
        Profile first = newcomer(account("Ada"), new PlayerId(77), "spring");
        TonAddress wallet = newWallet("0:");
        directory().register(first);
        directory().claimWallet(wallet, first.id());
        directory().erase(first.id());
        Profile second = newcomer(first.account(), new PlayerId(78), null);

        assertThat(directory().register(second)).isEqualTo(second);
        assertThat(directory().claimWallet(wallet, second.id())).isEqualTo(second.id());
        directory().erase(first.id());

        assertFound(second);
        assertThat(directory().walletOwner(wallet)).hasValue(second.id());
        directory().erase(second.id());
        assertThat(directory().profile(second.id())).hasValue(second.erased());
        assertThat(directory().profile(first.id())).hasValue(first.erased());
    }

    @Test
    public void erasing_nobody_is_no_error() {
        PlayerId nobody = unknownPlayer();

        directory().erase(nobody);

        assertThat(directory().profile(nobody)).isEmpty();
    }

    @Test
    public void a_login_at_the_time_of_an_erasure_does_not_undo_it() {
        for (int round = 0; round < 20; round++) {
            Profile first = newcomer(account("Ada"), null, null);
            directory().register(first);
            TelegramAccount renamed = TelegramAccount.of(first.account().telegramId(), "Eve");
            Profile again = newcomer(renamed, null, null);

            Together.run(
                    2,
                    i -> {
                        if (i == 0) {
                            directory().erase(first.id());
                            return first;
                        }
                        return directory().register(again);
                    });

            assertThat(directory().profile(first.id())).hasValue(first.erased());
            assertThat(directory().findByTelegramId(renamed.telegramId()))
                    .isIn(Optional.empty(), Optional.of(again));
        }
    }

    @Test
    public void players_are_found_by_the_beginning_of_a_name() {
        String word = newWord();
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        Profile byFirstName = named(capital + " the first", null);
        Profile byUsername = named("x", word + "_98%!");
        Profile bare = named(word, word);
        Profile loud = named(word.toUpperCase(Locale.ROOT), null);
        named("x" + word, "x" + word);
        named(word.substring(0, word.length() - 1), null);

        for (String query : List.of(word, capital, word.toUpperCase(Locale.ROOT))) {
            assertThat(directory().findByName(new NamePrefix(query), 10))
                    .as(query)
                    .containsExactly(byFirstName, byUsername, bare, loud);
        }
        assertThat(directory().findByName(new NamePrefix(word + "_98%!"), 10))
                .containsExactly(byUsername);
        assertThat(directory().findByName(new NamePrefix(word + "%"), 10)).isEmpty();
        assertThat(directory().findByName(new NamePrefix(word + "_98_"), 10)).isEmpty();
        assertThat(directory().findByName(new NamePrefix(word), 2))
                .hasSize(2)
                .isSubsetOf(byFirstName, byUsername, bare, loud);
    }

    @Test
    public void a_name_is_found_in_every_script_as_it_is_now() {
        String word = newWord() + "\u0436\u0443\u043a\ud83d\ude80";
        Profile first = named(word + "\u0436", null);
        TelegramAccount renamed = TelegramAccount.of(first.account().telegramId(), "Eve");
        assertThat(directory().findByName(new NamePrefix(word), 10)).containsExactly(first);

        directory().register(newcomer(renamed, null, null));

        assertThat(directory().findByName(new NamePrefix(word), 10)).isEmpty();
    }

    @Test
    public void players_are_listed_by_id_also_those_who_were_erased() {
        List<PlayerId> ids =
                Stream.generate(() ->
                                directory().register(newcomer(account("Listed"), null, null)).id())
                        .limit(5)
                        .toList();
        directory().erase(ids.get(2));
        long before = ids.getFirst().value() - 1;

        assertThat(directory().idsAfter(before, 5)).containsExactlyElementsOf(ids);
        assertThat(directory().idsAfter(before, 2)).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(directory().idsAfter(ids.get(1).value(), 2))
                .containsExactlyElementsOf(ids.subList(2, 4));
        assertThat(directory().idsAfter(Long.MAX_VALUE, 1)).isEmpty();
    }

    @Test
    public void who_was_erased_is_found_by_no_name() {
        String word = newWord();
        Profile first = named(word, word);

        directory().erase(first.id());

        assertThat(directory().findByName(new NamePrefix(word), 10)).isEmpty();
    }

    private static String newWord() {
        return ThreadLocalRandom.current()
                .ints(16, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Profile named(String firstName, @Nullable String username) {
        return directory()
                .register(
                        newcomer(
                                new TelegramAccount(
                                        newTelegramId(),
                                        firstName,
                                        null,
                                        username,
                                        null,
                                        false,
                                        null),
                                null,
                                null));
    }

    private static TonAddress newWallet(String workchain) {
        byte[] hash = new byte[32];
        ThreadLocalRandom.current().nextBytes(hash);
        return new TonAddress(workchain + HexFormat.of().formatHex(hash));
    }

    private void assertFound(Profile profile) {
        assertThat(directory().profile(profile.id())).hasValue(profile);
        assertThat(directory().findByTelegramId(profile.account().telegramId())).hasValue(profile);
    }

    private PlayerDirectory directory() {
        return storage().directory();
    }

    private Profile newcomer(
            TelegramAccount account, @Nullable PlayerId referrer, @Nullable String campaign) {
        return new Profile(unknownPlayer(), account, referrer, campaign, clock.millis());
    }

    private static TelegramAccount account(String firstName) {
        return new TelegramAccount(
                newTelegramId(), firstName, "Lovelace", "ada", "en", false, "https://x/ada.jpg");
    }

    private static long newTelegramId() {
        return ThreadLocalRandom.current().nextLong(1, TelegramAccount.TELEGRAM_ID_MAX);
    }
}
