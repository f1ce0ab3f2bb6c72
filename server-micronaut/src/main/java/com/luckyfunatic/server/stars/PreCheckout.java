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
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
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

    /** What is not decided by then is declined, so that there is time left to tell it. */
    static final Duration DECIDED_WITHIN = Duration.ofSeconds(3);

    /** Telegram waits ten seconds from its question to our answer; both are on their way first. */
    static final Duration TOLD_WITHIN = Duration.ofSeconds(8);

    private static final long BAN_PATIENCE_SECONDS = 2;

    private final GameEngine engine;
    private final StarPayments payments;
    private final InvoicePayloads payloads;
    private final Duration decidedWithin;
    private final Duration toldWithin;

    @Inject
    PreCheckout(GameEngine engine, StarPayments payments, InvoicePayloads payloads) {
        this(engine, payments, payloads, DECIDED_WITHIN, TOLD_WITHIN);
    }

    PreCheckout(
            GameEngine engine,
            StarPayments payments,
            InvoicePayloads payloads,
            Duration decidedWithin,
            Duration toldWithin) {
        this.engine = engine;
        this.payments = payments;
        this.payloads = payloads;
        this.decidedWithin = decidedWithin;
        this.toldWithin = toldWithin;
    }

    /**
     * Decides, and tells Telegram, in the time that Telegram waits.
     *
     * @throws BotApiException when it cannot be told and there is still time
     */
    Handled answer(PreCheckoutQuery query) {
        String id = query.id();
        if (id == null) {
            return Handled.IGNORED;
        }
        long askedAt = System.nanoTime();
        String why = decide(query);
        try {
            payments.answer(id, why, toldWithin.minusNanos(System.nanoTime() - askedAt));
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

    /** In a thread of its own: several stores are asked, each of which may take its time. */
    private @Nullable String decide(PreCheckoutQuery query) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> Optional.ofNullable(whyNot(query)), Thread::startVirtualThread)
                    .get(decidedWithin.toNanos(), TimeUnit.NANOSECONDS)
                    .orElse(null);
        } catch (TimeoutException e) {
            LOG.warn("A payment is declined because a store is slow");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof StorageException)) {
                throw new IllegalStateException("whether somebody may pay is not known", e);
            }
            LOG.warn("A payment is declined because a store is away", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("A payment is declined because this server stops");
        }
        return NOT_NOW;
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
            return found.get(BAN_PATIENCE_SECONDS, TimeUnit.SECONDS).banAt(now) != null;
        } catch (ExecutionException | TimeoutException e) {
            throw new StorageUnavailableException("whether a player is banned is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted", e);
        }
    }
}
