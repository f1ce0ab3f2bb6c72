package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.store.StarRules;
import com.luckyfunatic.server.operation.RefusalProblems;
import com.luckyfunatic.server.stars.TelegramUpdate.PreCheckoutQuery;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whether somebody who is about to pay may: by the rules as of now, because the invoice may
 * be an hour old. Thread-safe; calls block on the storage and on Telegram.
 */
@Singleton
final class PreCheckout {
    private static final Logger LOG = LoggerFactory.getLogger(PreCheckout.class);
    private static final String NOT_OURS =
            "This offer is not known here. Please open the game again.";
    private static final String NOT_YOURS = "This offer is for somebody else.";
    private static final String TOO_OLD = "This offer has expired. Please open the store again.";
    private static final String NOT_NOW =
            "The game cannot answer right now. Please try again later.";
    private static final String NOT_FOR_YOU = "This account cannot buy anything.";

    /** Telegram waits ten seconds for an answer, and telling it takes some of them. */
    private static final long PATIENCE_SECONDS = 2;

    private final GameEngine engine;
    private final StarPayments payments;
    private final InvoicePayloads payloads;

    PreCheckout(GameEngine engine, StarPayments payments, InvoicePayloads payloads) {
        this.engine = engine;
        this.payments = payments;
        this.payloads = payloads;
    }

    /**
     * Decides, and tells Telegram.
     *
     * @throws BotApiException when it cannot be told and there is still time
     */
    Handled answer(PreCheckoutQuery query) {
        String id = query.id();
        if (id == null) {
            return Handled.IGNORED;
        }
        String why;
        try {
            why = whyNot(query);
        } catch (StorageException e) {
            LOG.warn("A payment is declined because a store is away", e);
            why = NOT_NOW;
        }
        try {
            payments.answer(id, why);
        } catch (BotApiException e) {
            if (e.kind() != BotApiException.Kind.REFUSED) {
                throw e;
            }
            // Too late, or told before: Telegram will not want it later either.
            LOG.warn("Telegram does not take the answer to a payment: {}", e.description());
            return Handled.IGNORED;
        }
        return why == null ? Handled.ALLOWED : Handled.DECLINED;
    }

    private @Nullable String whyNot(PreCheckoutQuery query) {
        InvoiceClaims claims =
                Invoiced.read(
                        payloads, query.invoicePayload(), query.currency(), query.totalAmount());
        if (claims == null) {
            return NOT_OURS;
        }
        Long payer = query.from() == null ? null : query.from().id();
        Profile profile = engine.storage().directory().profile(claims.player()).orElse(null);
        if (payer == null || profile == null || profile.account().telegramId() != payer) {
            return NOT_YOURS;
        }
        long now = engine.clock().millis();
        if (now - claims.madeAtMillis() >= StarInvoices.PAYABLE_FOR.toMillis()) {
            return TOO_OLD;
        }
        if (isBanned(claims.player(), now)) {
            return NOT_FOR_YOU;
        }
        PlayerState state = engine.player(claims.player()).orElse(null);
        return state == null ? NOT_YOURS : whyNotSold(state, claims, now);
    }

    private @Nullable String whyNotSold(PlayerState state, InvoiceClaims claims, long now) {
        Refusal refusal =
                StarRules.whyNot(
                        state,
                        claims.listing(),
                        claims.stars(),
                        claims.quantity(),
                        engine.contextAt(Math.max(now, state.changedAtMillis())));
        return refusal == null
                ? null
                : "Not sold: " + RefusalProblems.of(refusal, engine.catalog()).getMessage() + ".";
    }

    private boolean isBanned(PlayerId player, long now) {
        CompletableFuture<Admission> found = new CompletableFuture<>();
        engine.storage()
                .admissions()
                .admission(player, found::complete, found::completeExceptionally);
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS).banAt(now) != null;
        } catch (ExecutionException | TimeoutException e) {
            throw new StorageUnavailableException("whether a player is banned is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted", e);
        }
    }
}
