package com.luckyfunatic.server.stars;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.server.engine.FollowUpJob;
import com.luckyfunatic.server.stars.TelegramUpdate.Payment;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what was paid in Stars, once for each payment, or the Stars back. The player's operation is
 * the one truth about a payment, and a refund follows it: told again, it comes out the same.
 * Thread-safe; calls block on the storage and on Telegram.
 */
@Singleton
final class PaidStars {
    private static final Logger LOG = LoggerFactory.getLogger(PaidStars.class);
    private static final Actor TELEGRAM = new Actor.Job("telegram");

    private final GameEngine engine;
    private final FollowUpJob followUps;
    private final StarPayments payments;
    private final StarCharges charges;
    private final InvoicePayloads payloads;

    PaidStars(
            GameEngine engine,
            FollowUpJob followUps,
            StarPayments payments,
            StarCharges charges,
            InvoicePayloads payloads) {
        this.engine = engine;
        this.followUps = followUps;
        this.payments = payments;
        this.charges = charges;
        this.payloads = payloads;
    }

    /**
     * Gives what was paid for, or the Stars back.
     *
     * @param payer the Telegram account that has paid; null when it is not told
     */
    Handled give(@Nullable Long payer, Payment payment) {
        String charge = usable(payment.chargeId());
        if (payer == null || charge == null) {
            LOG.error("Telegram tells of a payment without saying whose or which it is");
            return Handled.IGNORED;
        }
        if (!Invoiced.STARS.equals(payment.currency())) {
            LOG.error("A payment {} is not in Stars: give it back by hand", charge);
            return Handled.IGNORED;
        }
        InvoiceClaims claims =
                Invoiced.read(
                        payloads,
                        payment.invoicePayload(),
                        payment.currency(),
                        payment.totalAmount());
        if (claims == null || !isAccountOf(claims.player(), payer)) {
            // Keys of payloads are dropped some day and accounts are deleted, and what was given
            // before then was given.
            return isGivenTo(payer, charge)
                            || (claims != null && isGivenTo(claims.player(), charge))
                    ? Handled.GIVEN
                    : giveBack(
                            payer,
                            charge,
                            payment,
                            claims == null ? "unknown payload" : "another player");
        }
        Outcome outcome =
                charges.pay(
                        claims.player(),
                        new StoreCommand.PayWithStars(
                                claims.listing(), claims.quantity(), claims.total(), charge),
                        TELEGRAM);
        return switch (outcome) {
            case Outcome.Accepted(StoreResult.StarsTurnedAway away) ->
                    giveBack(payer, charge, payment, away.reason());
            case Outcome.Accepted _ -> {
                followUps.mayHaveCome();
                yield Handled.GIVEN;
            }
            case Outcome.Refused(var reason) -> giveBack(payer, charge, payment, reason.code());
            case Outcome.OperationIdReused() -> {
                // The first telling counts: this one is made up, or another build writes it so.
                LOG.error("Payment {} is told again as another one", charge);
                yield charges.paid(claims.player(), charge)
                                instanceof StoreResult.StarsTurnedAway away
                        ? giveBack(payer, charge, payment, away.reason())
                        : Handled.IGNORED;
            }
        };
    }

    private boolean isGivenTo(long payer, String charge) {
        return engine.storage()
                .directory()
                .findByTelegramId(payer)
                .filter(profile -> isGivenTo(profile.id(), charge))
                .isPresent();
    }

    private boolean isGivenTo(PlayerId player, String charge) {
        return charges.paid(player, charge) instanceof StoreResult.StarsTaken;
    }

    /**
     * Records that Stars went back.
     *
     * @param account the Telegram account that had paid; null when it is not told
     */
    Handled note(@Nullable Long account, Payment payment) {
        String charge = usable(payment.chargeId());
        Integer stars = payment.totalAmount();
        Profile profile =
                account == null
                        ? null
                        : engine.storage().directory().findByTelegramId(account).orElse(null);
        if (profile == null
                || charge == null
                || stars == null
                || stars < 1
                || stars > ListingDefinition.STARS_MAX) {
            LOG.warn("Stars went back to an account that does not play, or without a charge");
            return Handled.IGNORED;
        }
        charges.noteBack(profile.id(), new StoreCommand.NoteStarsRefund(stars, charge), TELEGRAM);
        LOG.info("{} Stars of payment {} went back to player {}", stars, charge, profile.id());
        return Handled.NOTED;
    }

    /** Noted at once: Telegram need not tell of what went back before this. */
    private Handled giveBack(long payer, String charge, Payment payment, String why) {
        LOG.warn("Payment {} goes back: {}", charge, why);
        payments.refund(payer, charge);
        note(payer, payment);
        return Handled.RETURNED;
    }

    private boolean isAccountOf(PlayerId player, long telegramId) {
        return engine.storage()
                .directory()
                .profile(player)
                .filter(profile -> profile.account().telegramId() == telegramId)
                .isPresent();
    }

    /** Returns the name of a payment; null when it can be none. */
    private static @Nullable String usable(@Nullable String charge) {
        return charge == null
                        || charge.isBlank()
                        || charge.length() > StoreCommand.CHARGE_ID_LENGTH_MAX
                ? null
                : charge;
    }
}
