package com.luckyfunatic.server.login;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Login;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.operations.AwaitedAdmission;
import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.campaign.Visits;
import com.luckyfunatic.server.engine.FollowUpJob;
import com.luckyfunatic.server.error.BanProblem;
import com.luckyfunatic.server.telegram.InitData;
import com.luckyfunatic.server.telegram.InitDataValidator;
import com.luckyfunatic.server.telegram.TelegramUser;
import com.luckyfunatic.server.token.IssuedToken;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.user.PlayerView;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Logs Telegram accounts in, by login data that Telegram has signed. Thread-safe. */
@Singleton
final class Logins {
    private final InitDataValidator validator;
    private final GameEngine engine;
    private final TokenIssuer tokens;
    private final FollowUpJob followUps;
    private final Visits visits;

    Logins(
            InitDataValidator validator,
            GameEngine engine,
            TokenIssuer tokens,
            FollowUpJob followUps,
            Visits visits) {
        this.validator = validator;
        this.engine = engine;
        this.tokens = tokens;
        this.followUps = followUps;
        this.visits = visits;
    }

    /**
     * Logs the account in that {@code initData} is signed for.
     *
     * @throws com.luckyfunatic.server.telegram.InitDataException when the login data is refused
     * @throws com.luckyfunatic.server.error.ProblemException when the player is banned
     */
    Envelope<LoginView> logIn(String initData) {
        Instant now = engine.clock().instant();
        InitData signed = validator.validate(initData, now);
        Admission admission = admission(signed.user().id());
        Ban ban = admission.banAt(now.toEpochMilli());
        if (ban != null) {
            throw BanProblem.of(ban);
        }
        Login login = engine.logIn(account(signed.user()), signed.startParam());
        visits.note(login.profile().id());
        if (login.isNew()) {
            followUps.mayHaveCome();
        }
        IssuedToken token =
                tokens.issuePlayerToken(
                        login.profile().id(),
                        login.session(),
                        Instant.ofEpochMilli(admission.issuedAtMillis(now.toEpochMilli())));
        return Envelope.of(
                new LoginView(
                        token.token(),
                        token.expiresAt(),
                        login.isNew(),
                        PlayerView.of(login.profile(), login.state().rank().rank())),
                now.toEpochMilli());
    }

    private Admission admission(long telegramId) {
        return engine.storage()
                .directory()
                .findByTelegramId(telegramId)
                .map(known -> AwaitedAdmission.of(engine.storage().admissions(), known.id()))
                .orElse(Admission.FREE);
    }

    private static TelegramAccount account(TelegramUser user) {
        return new TelegramAccount(
                user.id(),
                user.firstName(),
                user.lastName(),
                user.username(),
                user.languageCode(),
                user.premium(),
                user.photoUrl());
    }
}
