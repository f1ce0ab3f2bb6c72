package com.luckyfunatic.server.stars;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.StarRules;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.Permit;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.operation.RefusalProblems;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import com.luckyfunatic.server.telegram.bot.StarInvoice;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Makes invoices of what is paid in Stars. Thread-safe; calls block on Telegram. */
@Singleton
final class StarInvoices {
    /** How long an invoice can be paid: prices that players see are not older than this. */
    static final Duration PAYABLE_FOR = Duration.ofHours(1);

    private final StarPayments payments;
    private final InvoicePayloads payloads;

    StarInvoices(StarPayments payments, InvoicePayloads payloads) {
        this.payments = payments;
        this.payloads = payloads;
    }

    /**
     * Makes an invoice for the player whose game was seen.
     *
     * @throws ProblemException when it would not be sold to them
     * @throws BotApiException when Telegram does not make it
     */
    InvoiceView make(PlayerReads.Snapshot seen, InvoiceClaims wanted) {
        Refusal why =
                StarRules.whyNot(
                        seen.state(),
                        wanted.listing(),
                        wanted.stars(),
                        wanted.quantity(),
                        seen.context());
        if (why != null) {
            throw RefusalProblems.of(why, seen.context().catalog());
        }
        ListingDefinition listing =
                requireNonNull(seen.context().catalog().listing(wanted.listing()));
        Permit.giveBackBeforeWaiting();
        String link =
                payments.invoiceLink(
                        new StarInvoice(
                                title(listing, wanted.quantity()),
                                listing.description(),
                                payloads.make(wanted),
                                wanted.total()));
        return new InvoiceView(
                wanted.listing().value(),
                wanted.quantity(),
                wanted.total(),
                link,
                Instant.ofEpochMilli(wanted.madeAtMillis()).plus(PAYABLE_FOR));
    }

    private static String title(ListingDefinition listing, int quantity) {
        return quantity == 1 ? listing.name() : quantity + " × " + listing.name();
    }
}
